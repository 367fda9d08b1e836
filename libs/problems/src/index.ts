export { catalogue, type ProblemCode } from './catalogue.js';
export { holdTo, type Rule } from './hold-to.js';
export { Problem, type Fault, type ProblemExtras } from './problem.js';
