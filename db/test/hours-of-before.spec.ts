import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrate } from '../src/migrate.js';
import { readMigrations } from '../src/read-migrations.js';

/** A database as it was before hours meters were held to their neighbours, with hours in it. */
const firstWithGuards = 175;
const tenant = randomUUID();
const vehicle = randomUUID();
const name = `odolog_hours_${randomUUID().replaceAll('-', '')}`;
const url = new URL(inject('adminUrl'));
url.pathname = `/${name}`;
const on = { server: inject('adminUrl'), database: url.href };

async function using<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  await using(on.server, (client) => client.query(`CREATE DATABASE ${name}`));
  await using(on.database, asItWasBefore);
});
afterAll(() => using(on.server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));

async function asItWasBefore(client: pg.Client): Promise<void> {
  await client.query(
    'CREATE TABLE public.odolog_migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  for (const { number, name: file, sql, checksum } of readMigrations()) {
    if (number >= firstWithGuards) break;
    await client.query('BEGIN');
    if (number > 1) await client.query('SET LOCAL ROLE odolog_owner');
    await client.query(sql);
    await client.query('RESET ROLE');
    await client.query('INSERT INTO public.odolog_migrations VALUES ($1, $2, $3)', [number, file, checksum]);
    await client.query('COMMIT');
  }
  await client.query('SELECT app.open_stream($1, $2) FROM app.set_tenant($1)', [tenant, vehicle]);
  const events = [
    ['hours-meter', '2026-01-01', { hours: 100.5 }],
    ['maintenance', '2026-02-01', { hours: 150, items: [{ kind: 'grease' }] }],
    ['maintenance', '2026-02-02', { items: [{ kind: 'grease' }] }],
    ['inspection', '2026-03-01', { hours: 200.25, result: 'passed' }],
  ] as const;
  for (const [at, [type, date, data]] of events.entries())
    await client.query(
      `INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_void,
         payload, version, order_version, position, content_hash, chain_hash, recorded_by, source)
       SELECT $1, $2, $3, $4::date, $4::date + time '11:00' AT TIME ZONE 'UTC', false, $5, 1, false,
              $6, $7::int, $7::int, $7::int, sha256('x'), sha256('x'), $1, 'api' FROM app.ensure_partition($4::date)`,
      [tenant, vehicle, randomUUID(), date, type, { data }, at + 1],
    );
}

it('holds hours of before to their neighbours, too', async () => {
  await migrate({ adminUrl: on.database });
  const kept = await using(on.database, (client) =>
    client.query<{ date: string; minutes: string }>(
      'SELECT date::text, minutes, replaced_min FROM app.event_hours ORDER BY date',
    ),
  );
  expect(kept.rows.map(({ date, minutes }) => [date, Number(minutes)])).toEqual([
    ['2026-01-01', 6030],
    ['2026-02-01', 9000],
    ['2026-03-01', 12_015],
  ]);
});
