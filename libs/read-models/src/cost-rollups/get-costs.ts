import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Costs, CostTotal, MonthlyCost } from './costs.js';
import { isRunningCost } from './running-costs.js';

/** What a vehicle cost by month, category and currency. @param from YYYY-MM, as `to`; both included */
export async function getCosts(
  trx: TenantTransaction,
  vehicleId: string,
  { from, to }: { readonly from?: string; readonly to?: string } = {},
): Promise<Costs> {
  const ofVehicle = sql`
    tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId}
    AND month BETWEEN ${from ? `${from}-01` : '-infinity'}::date AND ${to ? `${to}-01` : 'infinity'}::date`;
  const items = await sql<MonthlyCost>`
    SELECT to_char(month, 'YYYY-MM') AS month, category, currency, total_minor, entries AS count
      FROM app.cost_rollups WHERE ${ofVehicle}
     ORDER BY cost_rollups.month DESC, category, currency`.execute(trx);
  const totals = await sql<CostTotal>`
    SELECT currency, sum(total_minor)::bigint AS total_minor, sum(entries)::integer AS count,
           COALESCE(sum(total_minor) FILTER (WHERE ${isRunningCost}), 0)::bigint AS running_minor
      FROM app.cost_rollups WHERE ${ofVehicle}
     GROUP BY currency ORDER BY currency`.execute(trx);
  return { items: items.rows, totals: totals.rows };
}
