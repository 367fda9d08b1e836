import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { fuelMonthsOf } from '../look-back/fuel-months-of.js';
import { readPast } from '../look-back/read-past.js';
import { monthBefore } from '../month-before.js';
import { recentEconomies, type FuelMonth, type RecentEconomy } from './recent-economies.js';

/** What a fleet's table says of a vehicle beside its summary. */
export interface FleetLine {
  readonly vehicleId: string;
  /** True distance, over a replaced odometer; 0 without a reading this month. */
  readonly distanceThisMonthM: number;
  /** Of each energy that was used of late, the one that was used last first: a plug-in hybrid has two. */
  readonly economies: readonly RecentEconomy[];
}

/** Months whose segments say how a vehicle runs now, this one among them. */
const recentMonths = 3;

/** Of many vehicles in three queries, and one more for each with entries dated later. @param today YYYY-MM-DD in the vehicles' zone */
export async function getFleetLines(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<FleetLine[]> {
  const driven = await distancesOf(trx, vehicleIds, today);
  const months = await fuelMonths(trx, vehicleIds, today);
  const limits = { since: monthBefore(today, recentMonths - 1), yearAgo: monthBefore(today, 11) };
  return vehicleIds.map((vehicleId) => ({
    vehicleId,
    distanceThisMonthM: driven.get(vehicleId) ?? 0,
    economies: recentEconomies(months.get(vehicleId) ?? [], limits),
  }));
}

/** By vehicle, without what is dated after today. */
async function fuelMonths(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<Map<string, readonly FuelMonth[]>> {
  const { rows } = await sql<FuelMonth & { readonly vehicleId: string }>`
    SELECT vehicle_id, energy, month::text AS month, distance_m, volume_ml, energy_wh
      FROM app.fuel_rollups
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (${vehicleIds})`.execute(trx);
  const months = new Map<string, readonly FuelMonth[]>(Map.groupBy(rows, ({ vehicleId }) => vehicleId));
  const { rows: ahead } = await sql<{ readonly vehicleId: string }>`
    SELECT vehicle_id FROM app.vehicle_summary
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (${vehicleIds}) AND last_event_date > ${today}`.execute(
    trx,
  );
  for (const { vehicleId } of ahead)
    months.set(vehicleId, fuelMonthsOf(await readPast(trx, vehicleId, { asOf: today })));
  return months;
}

/** From the last reading before the month, or its first one, to its last. */
async function distancesOf(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<Map<string, number>> {
  const month = sql`${monthBefore(today, 0)}::date`;
  const reading = (dates: 'before' | 'within', order: 'ASC' | 'DESC') => sql`
    SELECT r.odometer_m, r.date, r.occurred_at, r.order_version FROM app.odometer_readings r
     WHERE r.tenant_id = app.current_tenant_id() AND r.vehicle_id = v.id AND NOT r.void
       AND ${dates === 'before' ? sql`r.date < ${month}` : sql`r.date >= ${month} AND r.date <= ${today}::date`}
     ORDER BY ${sql.raw(`r.date ${order}, r.occurred_at ${order}, r.order_version ${order}`)} LIMIT 1`;
  const { rows } = await sql<{ vehicleId: string; distanceM: number }>`
    SELECT v.id AS vehicle_id,
           (l.odometer_m - COALESCE(b.odometer_m, f.odometer_m) + COALESCE((
             SELECT sum(s.step_m) FROM app.odometer_readings s
              WHERE s.tenant_id = app.current_tenant_id() AND s.vehicle_id = v.id AND s.step_m <> 0 AND NOT s.void
                AND (s.date, s.occurred_at, s.order_version) <= (l.date, l.occurred_at, l.order_version)
                AND (s.date, s.occurred_at, s.order_version)
                    > (COALESCE(b.date, f.date), COALESCE(b.occurred_at, f.occurred_at), COALESCE(b.order_version, f.order_version))
           ), 0))::bigint AS distance_m
      FROM unnest(${vehicleIds}::uuid[]) AS v (id)
     CROSS JOIN LATERAL (${reading('within', 'DESC')}) l
     CROSS JOIN LATERAL (${reading('within', 'ASC')}) f
      LEFT JOIN LATERAL (${reading('before', 'DESC')}) b ON true`.execute(trx);
  return new Map(rows.map(({ vehicleId, distanceM }) => [vehicleId, distanceM]));
}
