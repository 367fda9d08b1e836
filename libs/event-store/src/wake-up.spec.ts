import { aReading, aTenant, aVehicle, testDatabase, type TestDatabase } from '@odolog/testing';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createEventStore } from './event-store.js';
import { WakeUp, wakeUpChannel } from './wake-up.js';

let database: TestDatabase;
let listener: pg.PoolClient;
let told = 0;

beforeAll(async () => {
  database = await testDatabase();
  listener = await database.admin().pool.connect();
  listener.on('notification', () => told++);
  await listener.query(`LISTEN ${wakeUpChannel}`);
});
afterAll(async () => {
  listener.release(true);
  await database.drop();
});
beforeEach(() => {
  told = 0;
});

it('tells of an event that was appended', async () => {
  const store = createEventStore(database.as('odolog_api'));
  const tenant = await aTenant(database.admin());
  const vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
  await store.append(aReading(tenant, vehicle, { km: 1000 }));
  await vi.waitFor(() => expect(told).toBe(1));
  store.close();
});

it('tells of the first at once, and of all that follow it closely together', async () => {
  const wakeUp = new WakeUp(database.as('odolog_api').pool);
  wakeUp.soon();
  for (let follows = 0; follows < 20; follows++) wakeUp.soon();
  await vi.waitFor(() => expect(told).toBe(2));
  await listener.query('SELECT pg_sleep(0.1)');
  expect(told).toBe(2);
  wakeUp.stop();
});
