export { CannotStart } from './cannot-start.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres.js';
