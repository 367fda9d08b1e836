import { consumptionFigures } from '@odolog/units';
import type { EventEconomy } from '../fuel-segments/fuel-economy.js';

/** What the closed segments of a vehicle's month add up to, of one energy. */
export interface FuelMonth {
  readonly energy: string;
  /** Its first day. */
  readonly month: string;
  readonly distanceM: number;
  readonly volumeMl: number;
  readonly energyWh: number;
}

/** How a vehicle has been running of late, beside its own usual. */
export type RecentEconomy = EventEconomy & { readonly energy: string };

/** First days of months. */
interface Limits {
  readonly since: string;
  readonly yearAgo: string;
}

/**
 * Of each energy of which something was closed from the month `since` on, the one that was used last first: sum by sum over these
 * months, beside the sum over all. The range is that of the year's months.
 */
export function recentEconomies(months: readonly FuelMonth[], limits: Limits): RecentEconomy[] {
  const byEnergy = Map.groupBy(months, ({ energy }) => energy);
  return [...byEnergy.values()]
    .map((own) => ({ own, last: lastMonth(own) }))
    .filter(({ last }) => last >= limits.since)
    .sort((a, b) => compare(b.last, a.last) || compare(energyOf(a.own), energyOf(b.own)))
    .map(({ own }) => economyOf(own, limits));
}

/** @param own months of one energy, at least one */
function economyOf(own: readonly FuelMonth[], { since, yearAgo }: Limits): RecentEconomy {
  const recent = sumOf(own.filter(({ month }) => month >= since));
  const [value, average] = [perKilometre(recent), perKilometre(sumOf(own))];
  const usual = own.filter(({ month }) => month >= yearAgo).map(perKilometre);
  return {
    energy: energyOf(own),
    segmentStatus: 'closed',
    reason: null,
    ...recent,
    ...consumptionFigures(recent),
    comparedToAveragePercent: Math.round((value / average - 1) * 1000) / 10,
    range: { min: Math.min(...usual, value), max: Math.max(...usual, value), average, value },
  };
}

const energyOf = ([first]: readonly FuelMonth[]): string => first?.energy ?? '';
const lastMonth = (own: readonly FuelMonth[]): string =>
  own.reduce((last, { month }) => (month > last ? month : last), '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Sum = Omit<FuelMonth, 'energy' | 'month'>;

function sumOf(months: readonly Sum[]): Sum {
  const sum = (part: keyof Sum) => months.reduce((total, month) => total + month[part], 0);
  return { distanceM: sum('distanceM'), volumeMl: sum('volumeMl'), energyWh: sum('energyWh') };
}

/** Millilitres or watt-hours: whichever it has. */
const perKilometre = ({ volumeMl, energyWh, distanceM }: Sum) => ((volumeMl + energyWh) * 1000) / distanceM;
