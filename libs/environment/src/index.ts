export { readEnvironment, type Environment, type EnvironmentReader } from './read-environment.js';
export { asDatabaseUrl, asForeignSecret, asSecret, asServerUrl } from './secret.js';
