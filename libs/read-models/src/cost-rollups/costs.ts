import type { CostFigures } from './cost-figures.js';

/** One cell of the rollup. Currencies are never added up. */
export interface MonthlyCost {
  /** YYYY-MM. */
  readonly month: string;
  readonly category: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly count: number;
}

/** What a vehicle has cost in one currency, over the window. */
export interface CostTotal extends CostFigures {
  readonly currency: string;
  readonly totalMinor: number;
  readonly runningMinor: number;
  readonly count: number;
}

/** Newest month first. Currencies stand beside each other. */
export interface Costs {
  readonly items: readonly MonthlyCost[];
  readonly totals: readonly CostTotal[];
  /** True metres between the first and the last valid reading of the same window. */
  readonly distanceM: number;
}
