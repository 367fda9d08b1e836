export { testDatabase, type TestDatabase } from './test-database.js';
export { aTenant, type TestTenant } from './people.js';
