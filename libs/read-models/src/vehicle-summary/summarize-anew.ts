import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Target } from '../projector/projector.js';

/** Writes the summaries of vehicles anew from their counts and from the ends of their index; none is left where no event stands. */
export async function summarizeAnew(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  vehicleIds: readonly string[],
): Promise<void> {
  if (vehicleIds.length === 0) return;
  const ofModel = (alias: string) => sql`
    ${sql.ref(`${alias}.tenant_id`)} = ${tenantId} AND ${sql.ref(`${alias}.generation`)} = ${generation}`;
  const ofVehicle = sql`${ofModel('e')} AND e.vehicle_id = v.id`;
  const newestFirst = sql`e.date DESC, e.occurred_at DESC, e.order_version DESC`;
  await sql`DELETE FROM app.vehicle_summary s WHERE ${ofModel('s')} AND s.vehicle_id = ANY (${vehicleIds})`.execute(
    trx,
  );
  await sql`
    INSERT INTO app.vehicle_summary (tenant_id, generation, vehicle_id, events, events_by_type, first_date,
                                     last_event_id, last_event_date, odometer_event_id, odometer_date, odometer_m,
                                     odometer_value, odometer_unit, first_odometer_date, first_odometer_m, replaced_m)
    SELECT ${tenantId}, ${generation}, v.id, counted.events, counted.by_type, oldest.date,
           newest.event_id, newest.date, reading.event_id, reading.date, reading.odometer_m,
           reading.typed_value, reading.typed_unit, first_reading.date, first_reading.odometer_m,
           COALESCE(steps.metres - first_reading.step_m, 0)
      FROM unnest(${vehicleIds}::uuid[]) v(id)
     CROSS JOIN LATERAL (
       SELECT sum(t.events) AS events, jsonb_object_agg(t.type, t.events) AS by_type
         FROM (SELECT e.type, sum(e.events)::integer AS events FROM app.event_rollups e WHERE ${ofVehicle} GROUP BY e.type) t) counted
     CROSS JOIN LATERAL (
       SELECT e.date FROM app.summary_events e WHERE ${ofVehicle}
        ORDER BY e.date, e.occurred_at, e.order_version LIMIT 1) oldest
     CROSS JOIN LATERAL (
       SELECT e.event_id, e.date FROM app.summary_events e WHERE ${ofVehicle} ORDER BY ${newestFirst} LIMIT 1) newest
      LEFT JOIN LATERAL (
       SELECT e.* FROM app.summary_events e WHERE ${ofVehicle} AND e.odometer_m IS NOT NULL
        ORDER BY ${newestFirst} LIMIT 1) reading ON true
      LEFT JOIN LATERAL (
       SELECT e.date, e.odometer_m, e.step_m FROM app.summary_events e WHERE ${ofVehicle} AND e.odometer_m IS NOT NULL
        ORDER BY e.date, e.occurred_at, e.order_version LIMIT 1) first_reading ON true
     CROSS JOIN LATERAL (
       SELECT sum(e.step_m) AS metres FROM app.summary_events e WHERE ${ofVehicle} AND e.step_m <> 0) steps`.execute(
    trx,
  );
}
