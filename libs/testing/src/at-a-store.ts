import { createEventStore, type EventStore } from '@odolog/event-store';
import { afterAll, beforeAll } from 'vitest';
import { foldAll } from './fold-all.js';
import { aTenant, type TestTenant } from './people.js';
import { testDatabase, type TestDatabase } from './test-database.js';
import { aVehicle } from './vehicles.js';

/** A database of the file's own and its store, from before the first of its tests until after the last. */
export function atAStore() {
  let database: TestDatabase;
  let store: EventStore;
  const api = () => database.as('odolog_api');
  const worker = () => database.as('odolog_worker');
  beforeAll(async () => {
    database = await testDatabase();
    store = createEventStore(api());
  });
  afterAll(async () => {
    store.close();
    await database.drop();
  });
  return {
    get database() {
      return database;
    },
    get store() {
      return store;
    },
    /** Connected as the role of the API. */
    api,
    /** Connected as the role of the worker. */
    worker,
    aTenant: () => aTenant(database.admin()),
    aVehicle: (tenant: TestTenant) => aVehicle(api(), store, tenant),
    /** Brings every projector of every tenant to its head. */
    fold: () => foldAll(worker()),
  };
}
