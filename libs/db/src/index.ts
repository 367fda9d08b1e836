export { betweenTenants, type Enter } from './between-tenants.js';
export { createDatabase, type Database, type DatabaseOptions } from './database.js';
export { forTenant, type TenantTransaction } from './for-tenant.js';
export { keptConnections } from './kept-connections.js';
export { readForTenant } from './read-for-tenant.js';
export type { Schema } from './schema.gen.js';
