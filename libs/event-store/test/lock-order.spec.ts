import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEventStore, type EventStore } from '@odolog/event-store';
import { aReading, aTenant, aVehicle, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendGroup } from '../src/append-commands.js';
import { commandRow } from '../src/command-row.js';

let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
});
afterAll(async () => {
  store.close();
  await database.drop();
});

async function deadlocks(): Promise<number> {
  const { rows } = await database
    .admin()
    .pool.query<{ deadlocks: number }>(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
  return rows[0]!.deadlocks;
}

it('two batches that share a vehicle and race for one id end in a collision of ids, never in a deadlock', async () => {
  const tenant = await aTenant(database.admin());
  const made = await Promise.all([1, 2, 3].map(() => aVehicle(database.as('odolog_api'), store, tenant)));
  const [first, shared, last] = made.toSorted() as [string, string, string];
  const id = randomUUID();
  const batch = (...commands: [vehicle: string, id: string][]) =>
    appendGroup(
      database.as('odolog_api').pool,
      commands.map(([vehicle, eventId]) => commandRow(aReading(tenant, vehicle, { id: eventId }))),
    ).then(
      (rows) => rows.length,
      (error: { code: string }) => error.code,
    );

  // The shared vehicle is held until both batches wait for it: one has then locked a vehicle, the other none.
  const holder = await database.admin().pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM app.vehicle_streams WHERE vehicle_id = $1 FOR UPDATE', [shared]);
  const later = batch([shared, randomUUID()], [last, id]);
  await sleep(100);
  const earlier = batch([first, id], [shared, randomUUID()]);
  await sleep(100);
  await holder.query('COMMIT');
  holder.release();

  expect([await later, await earlier]).toEqual([2, '23505']);
  expect(await deadlocks()).toBe(0);
});
