import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { fuelMonthsOf } from '../look-back/fuel-months-of.js';
import { readPast } from '../look-back/read-past.js';
import { monthBefore } from '../month-before.js';
import { monthDistances, type ReadMonth } from '../vehicle-summary/month-distances.js';
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
/** Months whose figures a recent one is shown among. */
const monthsOfRange = 12;

/** Of many vehicles in three queries at once, and one more for each with entries dated later. @param today YYYY-MM-DD in the vehicles' zone */
export async function getFleetLines(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<FleetLine[]> {
  const [driven, months] = await Promise.all([
    distancesOf(trx, vehicleIds, today),
    fuelMonths(trx, vehicleIds, today),
  ]);
  const limits = {
    since: monthBefore(today, recentMonths - 1),
    yearAgo: monthBefore(today, monthsOfRange - 1),
  };
  return vehicleIds.map((vehicleId) => ({
    vehicleId,
    distanceThisMonthM: driven.get(vehicleId) ?? 0,
    economies: recentEconomies(months.get(vehicleId) ?? [], limits),
  }));
}

/**
 * By vehicle, without what is dated after today. What is older than a year counts in the average alone: it is one sum, under the
 * month before. Of four years of a vehicle about a quarter of the rows are left.
 */
async function fuelMonths(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<Map<string, readonly FuelMonth[]>> {
  const closed = sql<FuelMonth & { readonly vehicleId: string }>`
    SELECT vehicle_id, energy, GREATEST(month, ${monthBefore(today, monthsOfRange)}::date)::text AS month,
           sum(distance_m)::bigint AS distance_m, sum(volume_ml)::bigint AS volume_ml, sum(energy_wh)::bigint AS energy_wh
      FROM app.fuel_rollups
     WHERE tenant_id = (SELECT app.current_tenant_id()) AND vehicle_id = ANY (${vehicleIds})
     GROUP BY 1, 2, 3`;
  const withMoreToCome = sql<{ readonly vehicleId: string }>`
    SELECT vehicle_id FROM app.vehicle_summary
     WHERE tenant_id = (SELECT app.current_tenant_id()) AND vehicle_id = ANY (${vehicleIds}) AND last_event_date > ${today}`;
  const [{ rows }, { rows: ahead }] = await Promise.all([closed.execute(trx), withMoreToCome.execute(trx)]);
  const months = new Map<string, readonly FuelMonth[]>(Map.groupBy(rows, ({ vehicleId }) => vehicleId));
  for (const { vehicleId } of ahead)
    months.set(vehicleId, fuelMonthsOf(await readPast(trx, vehicleId, { asOf: today })));
  return months;
}

type Reached = ReadMonth['first'];

/** From the month's first day, by the readings around it, to its last reading. */
async function distancesOf(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<Map<string, number>> {
  const firstDay = sql`${monthBefore(today, 0)}::date`;
  const reading = (dates: 'before' | 'within', order: 'ASC' | 'DESC') => sql`
    SELECT r.odometer_m, r.date, r.occurred_at, r.order_version FROM app.odometer_readings r
     WHERE r.tenant_id = (SELECT app.current_tenant_id()) AND r.vehicle_id = v.id AND NOT r.void
       AND ${dates === 'before' ? sql`r.date < ${firstDay}` : sql`r.date >= ${firstDay} AND r.date <= ${today}::date`}
     ORDER BY ${sql.raw(`r.date ${order}, r.occurred_at ${order}, r.order_version ${order}`)} LIMIT 1`;
  const reached = (name: 'b' | 'f' | 'l') => sql`
    jsonb_build_object('day', ${sql.ref(`${name}.date`)}, 'trueM', ${sql.ref(`${name}.odometer_m`)} + COALESCE((
      SELECT sum(s.step_m) FROM steps s
       WHERE s.vehicle_id = v.id
         AND (s.date, s.occurred_at, s.order_version) <= ${sql.raw(`(${name}.date, ${name}.occurred_at, ${name}.order_version)`)}), 0))`;
  const { rows } = await sql<{ vehicleId: string; before: Reached | null; first: Reached; last: Reached }>`
    WITH steps AS MATERIALIZED (
      SELECT vehicle_id, date, occurred_at, order_version, step_m FROM app.odometer_readings
       WHERE tenant_id = (SELECT app.current_tenant_id()) AND vehicle_id = ANY (${vehicleIds}::uuid[]) AND step_m <> 0 AND NOT void)
    SELECT v.id AS vehicle_id, CASE WHEN b.date IS NOT NULL THEN ${reached('b')} END AS before,
           ${reached('f')} AS first, ${reached('l')} AS last
      FROM unnest(${vehicleIds}::uuid[]) AS v (id)
     CROSS JOIN LATERAL (${reading('within', 'DESC')}) l
     CROSS JOIN LATERAL (${reading('within', 'ASC')}) f
      LEFT JOIN LATERAL (${reading('before', 'DESC')}) b ON true`.execute(trx);
  return new Map(
    rows.map(({ vehicleId, before, ...within }) => {
      const month = today.slice(0, 7);
      const earlier = before ? [{ month: before.day.slice(0, 7), first: before, last: before }] : [];
      return [vehicleId, monthDistances([month], [...earlier, { month, ...within }]).get(month)!.distanceM];
    }),
  );
}
