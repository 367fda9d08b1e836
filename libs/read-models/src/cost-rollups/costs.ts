/** One cell of the rollup. Currencies are never added up. */
export interface MonthlyCost {
  /** YYYY-MM. */
  readonly month: string;
  readonly category: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly count: number;
}

/** What a vehicle has cost in one currency. Running costs leave purchase, sale and finance out. */
export interface CostTotal {
  readonly currency: string;
  readonly totalMinor: number;
  readonly runningMinor: number;
  readonly count: number;
}

/** Newest month first. */
export interface Costs {
  readonly items: readonly MonthlyCost[];
  readonly totals: readonly CostTotal[];
}
