import { costFigures } from '../cost-rollups/cost-figures.js';
import type { CostLine } from './read-summary-costs.js';
import type { SummaryCost } from './vehicle-summary.js';

/** A line of cost with what a kilometre cost, where one was driven. @param distanceM between the first and the last valid reading */
export function summaryCost({ purchaseMinor, saleMinor, ...line }: CostLine, distanceM: number): SummaryCost {
  return { ...line, ...costFigures({ ...line, purchaseMinor, saleMinor }, distanceM) };
}
