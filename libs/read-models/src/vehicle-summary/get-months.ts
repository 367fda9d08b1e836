import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { VehicleMonth } from './vehicle-summary.js';

/**
 * A vehicle's months that have events, newest first: how many, how far, and what they cost. Of its readings only the last of
 * each month are looked up, and the very first: 10,000 of them took 28 ms when all were read.
 */
export async function getMonths(trx: TenantTransaction, vehicleId: string): Promise<VehicleMonth[]> {
  const ofVehicle = sql`tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId}`;
  const readings = sql`SELECT date, occurred_at, order_version, odometer_m FROM app.odometer_readings
     WHERE ${ofVehicle} AND NOT void`;
  const trueM = (reading: 'f' | 'l') => sql`
    ${sql.ref(`${reading}.odometer_m`)} + COALESCE((SELECT sum(s.step_m) FROM steps s
      WHERE (s.date, s.occurred_at, s.order_version) <= ${sql.raw(`(${reading}.date, ${reading}.occurred_at, ${reading}.order_version)`)}), 0)`;
  const { rows } = await sql<VehicleMonth>`
    WITH counted AS (
      SELECT month, sum(events)::integer AS events FROM app.event_rollups WHERE ${ofVehicle} GROUP BY month),
    steps AS MATERIALIZED (
      SELECT date, occurred_at, order_version, step_m FROM app.odometer_readings WHERE ${ofVehicle} AND step_m <> 0 AND NOT void),
    first AS (
      SELECT ${trueM('f')} AS true_m FROM (${readings} ORDER BY date, occurred_at, order_version LIMIT 1) f),
    ends AS (
      SELECT c.month, ${trueM('l')} AS true_m
        FROM counted c
       CROSS JOIN LATERAL (
         ${readings} AND date >= c.month AND date < (c.month + interval '1 month')::date
          ORDER BY date DESC, occurred_at DESC, order_version DESC LIMIT 1) l),
    driven AS (
      SELECT month, true_m - COALESCE(lag(true_m) OVER (ORDER BY month), (SELECT true_m FROM first)) AS distance_m FROM ends),
    spent AS (
      SELECT month, currency, sum(total_minor)::bigint AS total_minor, jsonb_object_agg(category, total_minor) AS by_category
        FROM app.cost_rollups WHERE ${ofVehicle} GROUP BY month, currency),
    bills AS (
      SELECT month, jsonb_agg(jsonb_build_object('currency', currency, 'totalMinor', total_minor, 'byCategory', by_category)
                              ORDER BY currency) AS costs
        FROM spent GROUP BY month)
    SELECT to_char(c.month, 'YYYY-MM') AS month, c.events, COALESCE(d.distance_m, 0)::bigint AS distance_m,
           COALESCE(b.costs, '[]'::jsonb) AS costs
      FROM counted c LEFT JOIN driven d ON d.month = c.month LEFT JOIN bills b ON b.month = c.month
     ORDER BY c.month DESC`.execute(trx);
  return rows;
}
