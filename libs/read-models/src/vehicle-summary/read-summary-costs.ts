import type { TenantTransaction } from '@odolog/db';
import { sql, type RawBuilder } from 'kysely';
import { isRunningCost } from '../cost-rollups/running-costs.js';
import type { SummaryCost } from './vehicle-summary.js';

type CostLine = Omit<SummaryCost, 'perKmMinor'>;

/** All costs of vehicles, from the monthly rollups; those of this month and of the last twelve by `today`. */
export function readCurrentCosts(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  today: string,
): Promise<Map<string, CostLine[]>> {
  return readCosts(trx, {
    from: sql`app.cost_rollups WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (${vehicleIds})`,
    amount: sql`total_minor`,
    day: today,
  });
}

/** A vehicle's costs dated up to a day, from the entries. */
export function readCostsAsOf(
  trx: TenantTransaction,
  vehicleId: string,
  asOf: string,
): Promise<Map<string, CostLine[]>> {
  return readCosts(trx, {
    from: sql`app.cost_entries WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId} AND date <= ${asOf}::date`,
    amount: sql`amount_minor`,
    day: asOf,
  });
}

interface CostSource {
  readonly from: RawBuilder<unknown>;
  readonly amount: RawBuilder<unknown>;
  readonly day: string;
}

async function readCosts(
  trx: TenantTransaction,
  { from, amount, day }: CostSource,
): Promise<Map<string, CostLine[]>> {
  const thisMonth = sql`date_trunc('month', ${day}::date)::date`;
  const sumWhere = (condition: RawBuilder<unknown>) =>
    sql`COALESCE(sum(${amount}) FILTER (WHERE ${condition}), 0)::bigint`;
  const { rows } = await sql<CostLine & { readonly vehicleId: string }>`
    SELECT vehicle_id, currency, sum(${amount})::bigint AS total_minor,
           ${sumWhere(isRunningCost)} AS running_minor,
           ${sumWhere(sql`month = ${thisMonth}`)} AS this_month_minor,
           ${sumWhere(sql`month BETWEEN ${thisMonth} - interval '11 months' AND ${thisMonth}`)} AS "last12MonthsMinor"
      FROM ${from}
     GROUP BY vehicle_id, currency
     ORDER BY vehicle_id, sum(${amount}) DESC, currency`.execute(trx);
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  return new Map(
    [...byVehicle].map(([vehicleId, lines]) => [vehicleId, lines.map(({ vehicleId: _, ...line }) => line)]),
  );
}
