import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { costFigures } from './cost-figures.js';
import { costSums, type SummedCosts } from './cost-sums.js';
import type { Costs, MonthlyCost } from './costs.js';

/** What a vehicle cost by month, category and currency, in all and by the kilometre. */
export async function getCosts(trx: TenantTransaction, vehicleId: string): Promise<Costs> {
  const ofVehicle = sql`tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId}`;
  const items = await sql<MonthlyCost>`
    SELECT to_char(month, 'YYYY-MM') AS month, category, currency, total_minor, entries AS count
      FROM app.cost_rollups WHERE ${ofVehicle}
     ORDER BY cost_rollups.month DESC, category, currency`.execute(trx);
  const totals = await sql<SummedCosts & { readonly count: number }>`
    SELECT currency, sum(entries)::integer AS count, ${costSums}
      FROM app.cost_rollups WHERE ${ofVehicle}
     GROUP BY currency ORDER BY currency`.execute(trx);
  const driven = await sql<{ readonly distanceM: number }>`
    SELECT COALESCE(odometer_m + replaced_m - first_odometer_m, 0)::bigint AS distance_m
      FROM app.vehicle_summary WHERE ${ofVehicle}`.execute(trx);
  const distanceM = driven.rows[0]?.distanceM ?? 0;
  return {
    items: items.rows,
    totals: totals.rows.map(({ purchaseMinor, saleMinor, ...total }) => ({
      ...total,
      ...costFigures({ ...total, purchaseMinor, saleMinor }, distanceM),
    })),
    distanceM,
  };
}
