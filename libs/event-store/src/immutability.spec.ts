import { aReading, aTenant, aVehicle, testDatabase, type TestDatabase } from '@odolog/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStore } from './event-store.js';

/** Nothing that was recorded is ever changed or taken away, whoever tries, with or without a tenant. */
let database: TestDatabase;
let tenantId: string;
beforeAll(async () => {
  database = await testDatabase();
  const api = database.as('odolog_api');
  const store = createEventStore(api);
  const tenant = await aTenant(database.admin());
  tenantId = tenant.tenantId;
  const vehicle = await aVehicle(api, store, tenant);
  const typo = aReading(tenant, vehicle, { km: 10, date: '2026-01-01' });
  await store.appendAll([
    typo,
    aReading(tenant, vehicle, { km: 11, correctsId: typo.id, date: '2026-01-01' }),
  ]);
  store.close();
});
afterAll(() => database.drop());

const tables = [
  'app.vehicle_events',
  'app.vehicle_events_2026',
  'app.event_ids',
  'app.event_supersessions',
  'app.event_hours',
] as const;
const changes = [
  (table: string) => `UPDATE ${table} SET tenant_id = tenant_id`,
  (table: string) => `DELETE FROM ${table}`,
  (table: string) => `TRUNCATE ${table}`,
  (table: string) =>
    `MERGE INTO ${table} t USING (SELECT 1) s ON t.tenant_id IS NOT NULL WHEN MATCHED THEN DELETE`,
];
/** What is superseded follows from the events: an undone correction supersedes nothing, and the append functions take its row out. */
const endsASupersession = /DELETE.*event_supersessions|event_supersessions.*DELETE/;
/** The administrator, whom nothing binds but triggers, and the owner of the append functions, as whom nobody logs in. */
const inserters = ['postgres', 'odolog_appender'];
const roles = [
  ...inserters,
  'odolog_owner',
  'odolog_registrar',
  'odolog_refresher',
  'odolog_api',
  'odolog_worker',
  'odolog_jobs',
  'odolog_auth',
];

describe.each(roles)('as %s', (role) => {
  const statements = tables.flatMap((table) => changes.map((change) => change(table)));
  it.each(statements.filter((statement) => role !== 'odolog_appender' || !endsASupersession.test(statement)))(
    'refuses %s',
    async (statement) => {
      await expect(asRole(role, statement)).rejects.toMatchObject({ code: '42501' });
    },
  );

  const parents = tables.filter((table) => table !== 'app.vehicle_events_2026');
  it.each(inserters.includes(role) ? [] : parents)('refuses to insert into %s', async (table) => {
    const row = JSON.stringify({ tenant_id: tenantId, date: '2026-01-01' });
    const insert = `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, '${row}')).*`;
    await expect(asRole(role, insert)).rejects.toMatchObject({ code: '42501' });
  });
});

it.each(['odolog_api', 'odolog_worker', 'odolog_jobs', 'odolog_auth'])(
  '%s cannot move the heads that versions, positions and the odometer guard rest on',
  async (role) => {
    for (const change of [
      'UPDATE app.vehicle_streams SET version = 0',
      'DELETE FROM app.vehicle_streams',
      'UPDATE app.tenant_heads SET position = 0',
      'DELETE FROM app.tenant_heads',
    ])
      await expect(asRole(role, change)).rejects.toMatchObject({ code: '42501' });
  },
);

it('leaves every event as it was', async () => {
  const { rows } = await database
    .admin()
    .pool.query('SELECT version FROM app.vehicle_events ORDER BY version');
  expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
});

/** On a connection of its own, with the tenant set, so that row-level security is not what protects the rows. */
async function asRole(role: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    await client.query(
      `SET app.tenant_id = '${tenantId}'; SET app.tenant_ids = '{${tenantId}}'; SET ROLE ${role}`,
    );
    await client.query(statement);
  } finally {
    await client.end();
  }
}
