import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { VehicleMonth } from './vehicle-summary.js';

/** A vehicle's months that have events, newest first: how many, how far, and what they cost. */
export async function getMonths(trx: TenantTransaction, vehicleId: string): Promise<VehicleMonth[]> {
  const ofVehicle = sql`tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId}`;
  const { rows } = await sql<VehicleMonth>`
    WITH counted AS (
      SELECT month, sum(events)::integer AS events FROM app.event_rollups WHERE ${ofVehicle} GROUP BY month),
    readings AS (
      SELECT date_trunc('month', date)::date AS month, date, occurred_at, order_version,
             odometer_m + sum(step_m) OVER (ORDER BY date, occurred_at, order_version) AS true_m
        FROM app.odometer_readings WHERE ${ofVehicle} AND NOT void),
    ends AS (
      SELECT DISTINCT ON (month) month,
             first_value(true_m) OVER (PARTITION BY month ORDER BY date, occurred_at, order_version) AS first_m, true_m AS last_m
        FROM readings ORDER BY month, date DESC, occurred_at DESC, order_version DESC),
    driven AS (
      SELECT month, last_m - COALESCE(lag(last_m) OVER (ORDER BY month), first_m) AS distance_m FROM ends),
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
