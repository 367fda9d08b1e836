import type { FuelMonth } from '../fleet/recent-economies.js';
import { fillsOf } from './fills-of.js';
import type { Past } from './read-past.js';

/** What the closed segments that stood add up to, by the month that they close in and by energy. */
export function fuelMonthsOf(past: Pick<Past, 'standing'>): FuelMonth[] {
  const closed = fillsOf(past).segments.filter(({ status }) => status === 'closed');
  const cells = Map.groupBy(closed, ({ energy, toDate }) => `${energy} ${toDate.slice(0, 7)}`);
  return [...cells.values()].map((segments) => {
    const { energy, toDate } = segments[0]!;
    const sum = (part: 'distanceM' | 'volumeMl' | 'energyWh') =>
      segments.reduce((total, segment) => total + segment[part], 0);
    const sums = { distanceM: sum('distanceM'), volumeMl: sum('volumeMl'), energyWh: sum('energyWh') };
    return { energy, month: `${toDate.slice(0, 7)}-01`, ...sums };
  });
}
