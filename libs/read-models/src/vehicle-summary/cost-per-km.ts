import type { SummaryCost } from './vehicle-summary.js';

/** What a kilometre cost, where one was driven. @param distanceM between the first and the last valid reading */
export function withCostPerKm(cost: Omit<SummaryCost, 'perKmMinor'>, distanceM: number): SummaryCost {
  return distanceM > 0 ? { ...cost, perKmMinor: (cost.runningMinor * 1000) / distanceM } : cost;
}
