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

/**
 * Sum by sum over the months from `since` on, beside the sum over all; of the energy that was used last. The range is that
 * of the year's months. Null where nothing was closed since then.
 * @param since the first day of a month
 * @param yearAgo the first day of the month a year before
 */
export function recentEconomy(
  months: readonly FuelMonth[],
  { since, yearAgo }: { readonly since: string; readonly yearAgo: string },
): RecentEconomy | null {
  const latest = months.reduce<FuelMonth | undefined>(
    (found, month) => (found && !isLater(month, found) ? found : month),
    undefined,
  );
  if (!latest || latest.month < since) return null;
  const own = months.filter(({ energy }) => energy === latest.energy);
  const recent = sumOf(own.filter(({ month }) => month >= since));
  const [value, average] = [perKilometre(recent), perKilometre(sumOf(own))];
  const usual = own.filter(({ month }) => month >= yearAgo).map(perKilometre);
  return {
    energy: latest.energy,
    segmentStatus: 'closed',
    reason: null,
    ...recent,
    ...consumptionFigures(recent),
    comparedToAveragePercent: Math.round((value / average - 1) * 1000) / 10,
    range: { min: Math.min(...usual, value), max: Math.max(...usual, value), average, value },
  };
}

/** Of two energies of one month the first by name, in whatever order the months come. */
function isLater(a: FuelMonth, b: FuelMonth): boolean {
  return a.month === b.month ? a.energy < b.energy : a.month > b.month;
}

type Sum = Omit<FuelMonth, 'energy' | 'month'>;

function sumOf(months: readonly Sum[]): Sum {
  const sum = (part: keyof Sum) => months.reduce((total, month) => total + month[part], 0);
  return { distanceM: sum('distanceM'), volumeMl: sum('volumeMl'), energyWh: sum('energyWh') };
}

/** Millilitres or watt-hours: whichever it has. */
const perKilometre = ({ volumeMl, energyWh, distanceM }: Sum) => ((volumeMl + energyWh) * 1000) / distanceM;
