import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { databaseBefore } from './database-before.js';

const tenant = randomUUID();
const vehicle = randomUUID();

/** As it was before hours meters were held to their neighbours, with hours in it. */
const before = databaseBefore(175, async (client) => {
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
});

it('holds hours of before to their neighbours, too', async () => {
  await before.migrate();
  const kept = await before.query<{ date: string; minutes: string }>(
    'SELECT date::text, minutes, replaced_min FROM app.event_hours ORDER BY date',
  );
  expect(kept.map(({ date, minutes }) => [date, Number(minutes)])).toEqual([
    ['2026-01-01', 6030],
    ['2026-02-01', 9000],
    ['2026-03-01', 12_015],
  ]);
});
