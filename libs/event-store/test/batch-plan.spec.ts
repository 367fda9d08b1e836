import { createDatabase } from '@odolog/db';
import { createEventStore } from '@odolog/event-store';
import { aReading, aTenant, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** A database that nobody has analysed yet: on the first day of an installation there is no other. */
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('a batch reads the heads of its vehicles alone, of hundreds', async () => {
  const tenant = await aTenant(database.admin());
  const { rows: streams } = await database.admin().pool.query<{ vehicle: string }>(
    `SELECT vehicle, app.open_stream(tenant, vehicle)
         FROM app.enter_tenant($1) AS tenant, (SELECT gen_random_uuid() AS vehicle FROM generate_series(1, 500)) made`,
    [tenant.tenantId],
  );
  const client = createDatabase({ connectionString: database.url('odolog_api'), max: 1 });
  const store = createEventStore(client);
  const outcomes = await Promise.all(
    streams.slice(0, 20).map(async ({ vehicle }) => store.append(aReading(tenant, vehicle))),
  );
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['appended']));
  store.close();
  await client.pool.query('SELECT pg_stat_force_next_flush()');
  await client.close();
  await expect.poll(async () => (await heads()).updated, { timeout: 5_000 }).toBe(20);
  expect((await heads()).read).toBeLessThanOrEqual(60);
});

async function heads(): Promise<{ read: number; updated: number }> {
  const { rows } = await database.admin().pool.query<{ read: number; updated: number }>(
    `SELECT (seq_tup_read + idx_tup_fetch)::integer AS read, n_tup_upd::integer AS updated
       FROM pg_stat_user_tables WHERE schemaname = 'app' AND relname = 'vehicle_streams'`,
  );
  return rows[0]!;
}
