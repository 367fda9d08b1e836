export { loginRoles, migrate, type LoginRole, type MigrateOptions } from './migrate.js';
export { readMigrations, type Migration } from './read-migrations.js';
