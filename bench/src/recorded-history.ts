import type pg from 'pg';
import type { Stream } from './contenders/contender.ts';
import { person } from './fleet.ts';
import { fuelUp } from './fuel-up.ts';

/** The years in which the history lies: nine partitions, all before what writers append. */
export const years = { first: 2017, last: 2025 };

/**
 * Fuel-ups of every vehicle, evenly over the years and a kilometre apart, put in by the superuser, with positions as if
 * they had been appended, and hashes that are made up. For who only reads: ids and heads know nothing of them yet.
 */
export async function recordHistory(admin: pg.Pool, fleet: readonly Stream[], each: number): Promise<void> {
  await admin.query(
    'SELECT app.ensure_partition(make_date(year, 1, 1)) FROM generate_series($1::int, $2::int) AS year',
    [years.first, years.last],
  );
  await admin.query(
    `INSERT INTO app.vehicle_events (tenant_id, vehicle_id, id, date, occurred_at, time_known, type, schema_version, odometer_m,
        odometer_void, payload, version, order_version, position, content_hash, chain_hash, recorded_by, source)
     SELECT tenant, vehicle, uuidv7(), at::date, at, true, 'fuel', 1, 1000 * turn, false, $3::jsonb, turn, turn,
            (turn - 1) * vehicles + ordinal, sha256(uuid_send(vehicle)), sha256(uuid_send(vehicle)), $4, 'bench'
       FROM generate_series(1, $5::int) AS turn,
            (SELECT tenant, vehicle, row_number() OVER of_tenant AS ordinal, count(*) OVER of_tenant_all AS vehicles
               FROM unnest($1::uuid[], $2::uuid[]) AS fleet (tenant, vehicle)
             WINDOW of_tenant AS (PARTITION BY tenant ORDER BY vehicle), of_tenant_all AS (PARTITION BY tenant)) AS streams,
            LATERAL (SELECT make_timestamptz($6::int, 1, 1, 0, 0, 0, 'UTC') + (turn - 1) * (make_interval(days => 3285) / $5::int) AS at) AS moment`,
    [
      fleet.map((stream) => stream.tenantId),
      fleet.map((stream) => stream.vehicleId),
      JSON.stringify({ data: fuelUp(0).data, odometer: { value: 1, unit: 'km' } }),
      person,
      each,
      years.first,
    ],
  );
  await admin.query('VACUUM ANALYZE app.vehicle_events');
}

/**
 * Tells ids and heads what was recorded, so that writers go on from there.
 *
 * @param each events a vehicle, 10,000 at most: that is where the writers' odometers begin
 */
export async function goOnFrom(admin: pg.Pool, fleet: readonly Stream[], each: number): Promise<void> {
  const tenants = [...new Set(fleet.map((stream) => stream.tenantId))];
  await admin.query(
    `INSERT INTO app.event_ids (tenant_id, id, date)
     SELECT tenant_id, id, date FROM app.vehicle_events WHERE tenant_id = ANY ($1::uuid[]) ORDER BY id`,
    [tenants],
  );
  await admin.query(
    `UPDATE app.vehicle_streams s
        SET version = e.version, reading_m = e.odometer_m, reading_date = e.date, reading_at = e.occurred_at, reading_order = e.version,
            reading_id = e.id
       FROM app.vehicle_events e
      WHERE e.tenant_id = s.tenant_id AND e.vehicle_id = s.vehicle_id AND e.version = $1 AND e.tenant_id = ANY ($2::uuid[])`,
    [each, tenants],
  );
  await admin.query(
    `UPDATE app.tenant_heads t
        SET position = (SELECT max(e.position) FROM app.vehicle_events e WHERE e.tenant_id = t.tenant_id)
      WHERE t.tenant_id = ANY ($1::uuid[])`,
    [tenants],
  );
  await admin.query('VACUUM ANALYZE app.event_ids, app.vehicle_streams, app.tenant_heads');
}
