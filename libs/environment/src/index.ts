export { readEnvironment, type Environment, type EnvironmentReader } from './read-environment.js';
export { asDatabaseUrl, asSecret } from './secret.js';
