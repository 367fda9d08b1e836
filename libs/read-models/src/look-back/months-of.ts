import { monthDistances, type MonthDistance } from '../vehicle-summary/month-distances.js';
import type { VehicleMonth } from '../vehicle-summary/vehicle-summary.js';
import { costsOf } from './costs-of.js';
import { validReadingsOf } from './odometer-of.js';
import type { Past } from './read-past.js';

/** The months that had events, newest first: how many, how far, and what they cost. */
export function monthsOf(past: Pick<Past, 'standing'>): VehicleMonth[] {
  const costs = Map.groupBy(costsOf(past).items, ({ month }) => month);
  const byMonth = Map.groupBy(past.standing, ({ event }) => event.date.slice(0, 7));
  const driven = distancesOf(past, [...byMonth.keys()]);
  return [...byMonth]
    .map(([month, events]) => ({
      month,
      events: events.length,
      ...driven.get(month)!,
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

function distancesOf(past: Pick<Past, 'standing'>, months: readonly string[]): Map<string, MonthDistance> {
  const reached = validReadingsOf(past).map(({ event, trueM }) => ({ day: event.date, trueM }));
  const read = [...Map.groupBy(reached, ({ day }) => day.slice(0, 7))];
  return monthDistances(
    months,
    read.map(([month, readings]) => ({ month, first: readings[0]!, last: readings.at(-1)! })),
  );
}
