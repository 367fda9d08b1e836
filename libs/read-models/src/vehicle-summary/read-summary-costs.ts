import type { TenantTransaction } from '@odolog/db';
import { sql, type RawBuilder } from 'kysely';
import { costSums, type SummedCosts } from '../cost-rollups/cost-sums.js';
import { isAmong } from '../is-among.js';
import { monthBefore } from '../month-before.js';
import type { SummaryCost } from './vehicle-summary.js';

/** The costs of a vehicle in one currency, before they are divided by anything. */
export type CostLine = SummedCosts & Pick<SummaryCost, 'thisMonthMinor' | 'last12MonthsMinor'>;

/** All costs of vehicles, from the monthly rollups; those of this month and of the last twelve by `today`. */
export async function readCurrentCosts(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<Map<string, CostLine[]>> {
  // Reckoned here: of a fleet's rollups the database would reckon it anew for each of thirty thousand rows.
  const thisMonth = monthBefore(today, 0);
  const sumWhere = (condition: RawBuilder<unknown>) =>
    sql`COALESCE(sum(total_minor) FILTER (WHERE ${condition}), 0)::bigint`;
  const { rows } = await sql<CostLine & { readonly vehicleId: string }>`
    SELECT vehicle_id, currency, ${costSums},
           ${sumWhere(sql`month = ${thisMonth}::date`)} AS this_month_minor,
           ${sumWhere(sql`month BETWEEN ${monthBefore(today, 11)}::date AND ${thisMonth}::date`)} AS "last12MonthsMinor"
      FROM app.cost_rollups
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id ${isAmong(vehicleIds)}
     GROUP BY vehicle_id, currency
     ORDER BY vehicle_id, sum(total_minor) DESC, currency`.execute(trx);
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  return new Map(
    [...byVehicle].map(([vehicleId, lines]) => [vehicleId, lines.map(({ vehicleId: _, ...line }) => line)]),
  );
}
