export { CannotStart } from './cannot-start.js';
export { makeRunFolder } from './run-folder.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres.js';
