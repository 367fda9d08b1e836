import { minorUnits } from '@odolog/units';
import type { Costs } from '@/api/schema.gen';
import { bandOf, costBands, type CostBand } from '@/format/cost-bands';

export interface CostMonth {
  readonly month: string;
  /** What was spent, by band; bands without a cost are absent. */
  readonly spentMinor: Readonly<Partial<Record<CostBand, number>>>;
  /** What came back, as a negative number. */
  readonly refundMinor: number;
  readonly totalMinor: number;
}

/** Costs of one currency by month and band. A category that came out as an income is a refund: it stands below the line. */
export function costMonths(items: Costs['items'], months: readonly string[], currency: string): CostMonth[] {
  const own = items.filter((item) => item.currency === currency);
  return months.map((month) => {
    const spentMinor: Partial<Record<CostBand, number>> = {};
    let refundMinor = 0;
    for (const { category, total } of own.filter((item) => item.month === month)) {
      const minor = minorUnits(total);
      const band = bandOf(category);
      if (minor < 0) refundMinor += minor;
      else spentMinor[band] = (spentMinor[band] ?? 0) + minor;
    }
    const spent = costBands.reduce((sum, band) => sum + (spentMinor[band] ?? 0), 0);
    return { month, spentMinor, refundMinor, totalMinor: spent + refundMinor };
  });
}
