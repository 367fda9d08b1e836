/** Sums of one currency over a window, by what the money was for. */
export interface CostSums {
  /** All of it, refunds and what a sale brought in being negative. */
  readonly totalMinor: number;
  /** Without what it costs to have the vehicle: purchase, sale and finance. */
  readonly runningMinor: number;
  /** Null where nothing of the kind was entered. */
  readonly purchaseMinor: number | null;
  /** Negative: money that came in. */
  readonly saleMinor: number | null;
}

/** What follows from the sums. Missing where there is nothing to tell. */
export interface CostFigures {
  /** Running minor units per kilometre between the first and the last valid reading of the window. */
  readonly perKmMinor?: number;
  readonly purchaseMinor?: number;
  readonly saleMinor?: number;
  /** What of the purchase the sale did not bring back: known once both are there, in one currency. No running cost. */
  readonly depreciationMinor?: number;
  readonly depreciationPerKmMinor?: number;
}

/** What having and running a vehicle cost, apart. @param distanceM true distance of the same window */
export function costFigures(
  { runningMinor, purchaseMinor, saleMinor }: Omit<CostSums, 'totalMinor'>,
  distanceM: number,
): CostFigures {
  const perKm = (minor: number) => (minor * 1000) / distanceM;
  const lost = purchaseMinor === null || saleMinor === null ? null : purchaseMinor + saleMinor;
  return {
    ...(distanceM > 0 && { perKmMinor: perKm(runningMinor) }),
    ...(purchaseMinor !== null && { purchaseMinor }),
    ...(saleMinor !== null && { saleMinor }),
    ...(lost !== null && { depreciationMinor: lost }),
    ...(lost !== null && distanceM > 0 && { depreciationPerKmMinor: perKm(lost) }),
  };
}
