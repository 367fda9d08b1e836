import { createEventStore } from '@odolog/event-store';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aReading } from './events.js';
import { aTenant } from './people.js';
import { findStoreFaults } from './store-faults.js';
import { testDatabase, type TestDatabase } from './test-database.js';
import { aVehicle } from './vehicles.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await withoutTriggers(
    'DELETE FROM app.vehicle_streams; DELETE FROM app.tenant_heads; DELETE FROM app.event_ids',
  );
  await withoutTriggers('DELETE FROM app.vehicle_events; DELETE FROM app.event_supersessions');
  const store = createEventStore(database.as('odolog_api'));
  const tenant = await aTenant(database.admin());
  const vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
  const typo = aReading(tenant, vehicle, { km: 10, date: '2026-01-01' });
  await store.appendAll([
    typo,
    aReading(tenant, vehicle, { km: 20, date: '2026-01-02' }),
    aReading(tenant, vehicle, { km: 11, date: '2026-01-01', correctsId: typo.id }),
  ]);
  store.close();
});

/** The superuser's way around everything that guards the store. */
async function withoutTriggers(statements: string): Promise<void> {
  await database
    .admin()
    .pool.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${statements}; COMMIT`);
}

it('finds nothing in a store that is well', async () => {
  expect(await findStoreFaults(database.admin())).toEqual([]);
});

it.each([
  ['positions are 1..N', 'UPDATE app.vehicle_events SET position = 9 WHERE version = 3'],
  ['positions are 1..N', 'UPDATE app.tenant_heads SET position = position + 1'],
  ['versions are 1..M', 'DELETE FROM app.vehicle_events WHERE version = 2'],
  ['versions and positions rise together', 'UPDATE app.vehicle_events SET position = 4 - position'],
  ['effective readings never fall', 'UPDATE app.vehicle_events SET odometer_m = 1 WHERE version = 2'],
  ['the head knows the last effective reading', 'UPDATE app.vehicle_streams SET reading_m = 1'],
  ['an id is stored once', 'DELETE FROM app.event_ids'],
  [
    'an id is stored once',
    `INSERT INTO app.vehicle_events (${columns()}) SELECT ${columns('id')} FROM app.vehicle_events`,
  ],
  ['what is superseded names a correction of itself', 'DELETE FROM app.event_supersessions'],
  ['chains verify', `UPDATE app.vehicle_events SET notes = 'x' WHERE version = 1`],
])('finds that it is not so that %s after %s', async (rule, tampering) => {
  await withoutTriggers(tampering);
  expect(await findStoreFaults(database.admin())).toContainEqual(expect.stringContaining(rule));
});

/** All columns; with `sameId`, an event of another day under the same id. */
function columns(sameId?: 'id'): string {
  const others = `tenant_id, vehicle_id, id, occurred_at, version + 10, order_version + 10, position + 10, schema_version, time_known,
    odometer_void, type, recorded_by, source, content_hash, chain_hash, payload`;
  return sameId ? `date + 100, ${others}` : `date, ${others.replaceAll(' + 10', '')}`;
}
