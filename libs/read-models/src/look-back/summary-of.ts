import type { VehicleSummary } from '../vehicle-summary/vehicle-summary.js';
import { nextDue } from '../vehicle-summary/next-due.js';
import { summaryCost } from '../vehicle-summary/summary-cost.js';
import { costLinesOf } from './costs-of.js';
import { fuelEconomyOf } from './economy-of.js';
import { hoursOf } from './hours-of.js';
import { distanceOf, validReadingsOf, type ValidReading } from './odometer-of.js';
import type { Past } from './read-past.js';
import { remindersOf } from './reminders-of.js';

/** The card of a vehicle as it was. @param day YYYY-MM-DD in the vehicle's zone: the "today" of then */
export function summaryOf(past: Past, day: string): Omit<VehicleSummary, 'vehicleId' | 'position'> {
  const { standing } = past;
  const events = standing.map(({ event }) => event);
  const readings = validReadingsOf(past);
  const last = readings.at(-1);
  const context = remindersOf(past);
  const byType = Map.groupBy(events, ({ type }) => type);
  return {
    asOf: day,
    counts: {
      events: events.length,
      byType: Object.fromEntries([...byType].map(([type, { length }]) => [type, length])),
    },
    firstDate: events[0]?.date ?? null,
    lastEvent: lastOf(past),
    odometer: last ? shown(last) : null,
    hours: currentHours(past, day),
    economy: fuelEconomyOf(past).averages,
    cost: costLinesOf(past, day).map((cost) => summaryCost(cost, distanceOf(readings))),
    nextDue: context ? nextDue(context, day) : null,
  };
}

function lastOf({ standing }: Past): VehicleSummary['lastEvent'] {
  const last = standing.at(-1);
  if (!last) return null;
  const { id, type, schemaVersion, date, data } = last.event;
  return { id, type, schemaVersion, date, data };
}

function currentHours(past: Past, today: string): VehicleSummary['hours'] {
  const { current } = hoursOf(past, { today });
  if (!current) return null;
  const { hours, minutes, date, eventId } = current;
  return { hours, minutes, date, eventId };
}

function shown({ event, odometerM, trueM }: ValidReading): VehicleSummary['odometer'] {
  if (!event.odometer) return null;
  const { value, unit } = event.odometer;
  return { value, unit, odometerM, trueM, date: event.date, eventId: event.id };
}
