export { catalogue, type ProblemCode } from './catalogue.js';
export { Problem, type Fault, type ProblemExtras } from './problem.js';
