import { sql } from 'kysely';
import type { CostSums } from './cost-figures.js';
import { isRunningCost } from './running-costs.js';

/** The sums of a group of `cost_rollups`, as columns. */
export const costSums = sql`
  sum(total_minor)::bigint AS total_minor,
  COALESCE(sum(total_minor) FILTER (WHERE ${isRunningCost}), 0)::bigint AS running_minor,
  (sum(total_minor) FILTER (WHERE category = 'purchase'))::bigint AS purchase_minor,
  (sum(total_minor) FILTER (WHERE category = 'sale'))::bigint AS sale_minor`;

/** A row of `costSums`, by currency. */
export interface SummedCosts extends CostSums {
  readonly currency: string;
}
