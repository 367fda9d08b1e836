import type { VehicleMonth } from '../vehicle-summary/vehicle-summary.js';
import { costsOf } from './costs-of.js';
import { validReadingsOf } from './odometer-of.js';
import type { Past } from './read-past.js';

/** The months that had events, newest first: how many, how far, and what they cost. */
export function monthsOf(past: Pick<Past, 'standing'>): VehicleMonth[] {
  const driven = distancesOf(past);
  const costs = Map.groupBy(costsOf(past).items, ({ month }) => month);
  return [...Map.groupBy(past.standing, ({ event }) => event.date.slice(0, 7))]
    .map(([month, events]) => ({
      month,
      events: events.length,
      distanceM: driven.get(month) ?? 0,
      costs: [...Map.groupBy(costs.get(month) ?? [], ({ currency }) => currency)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, cells]) => ({
          currency,
          totalMinor: cells.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
          byCategory: Object.fromEntries(cells.map(({ category, totalMinor }) => [category, totalMinor])),
        })),
    }))
    .sort((a, b) => (a.month > b.month ? -1 : 1));
}

/** From the last reading before the month, or its own first one where there is none, to its last one. */
function distancesOf(past: Pick<Past, 'standing'>): Map<string, number> {
  const distances = new Map<string, number>();
  let reached: number | undefined;
  const byMonth = Map.groupBy(validReadingsOf(past), ({ event }) => event.date.slice(0, 7));
  for (const [month, readings] of byMonth) {
    const last = readings.at(-1)!.trueM;
    distances.set(month, last - (reached ?? readings[0]!.trueM));
    reached = last;
  }
  return distances;
}
