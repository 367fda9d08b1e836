import { minorUnits } from '@odolog/units';
import type { Money } from '@/api/schema.gen';

/** The four colours of a cost bar and the rest: energy, work, standing costs, being on the road. */
export const costBands = ['energy', 'work', 'standing', 'road', 'other'] as const;
export type CostBand = (typeof costBands)[number];

const bands: Readonly<Record<string, CostBand>> = {
  fuel: 'energy',
  charging: 'energy',
  maintenance: 'work',
  tyres: 'work',
  inspection: 'work',
  insurance: 'standing',
  tax: 'standing',
  registration: 'standing',
  finance: 'standing',
  toll: 'road',
  parking: 'road',
  fine: 'road',
  wash: 'road',
};

export const bandOf = (category: string): CostBand => bands[category] ?? 'other';

export interface BandShare {
  readonly band: CostBand;
  readonly minor: number;
}

/** Sums of money by band, in the bar's order. Categories that came out as an income are left out: a bar has no negative length. */
export function bandShares(byCategory: Readonly<Record<string, Money>>): BandShare[] {
  const sums = new Map<CostBand, number>();
  for (const [category, money] of Object.entries(byCategory)) {
    const band = bandOf(category);
    sums.set(band, (sums.get(band) ?? 0) + minorUnits(money));
  }
  return costBands.flatMap((band) => {
    const minor = sums.get(band) ?? 0;
    return minor > 0 ? [{ band, minor }] : [];
  });
}
