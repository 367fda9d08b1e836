export { aQueue } from './a-queue.js';
export { anEvent, aReading, type About } from './events.js';
export { atAStore } from './at-a-store.js';
export { findStoreFaults } from './store-faults.js';
export { foldAll, rebuildAll, tablesOf } from './fold-all.js';
export { aTenant, type TestTenant } from './people.js';
export { rounds } from './rounds.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { aVehicle, aVehicleRow } from './vehicles.js';
