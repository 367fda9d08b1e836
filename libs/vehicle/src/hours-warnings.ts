import type { Warning } from './warning.js';

/** What an hours meter showed, at its place among the events of a vehicle. */
export interface HoursReading {
  readonly eventId: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly minutes: number;
}

const msPerDay = 86_400_000;
const minutesPerDay = 1440;

/**
 * Whether a reading of an hours meter fits between its neighbours: a meter never runs backwards, and no faster than time does.
 * @param others of the same vehicle, in any order
 */
export function hoursWarnings(reading: HoursReading, others: readonly HoursReading[]): Warning[] {
  const ordered = others.toSorted(chronologically);
  const before = ordered.findLast((other) => chronologically(other, reading) < 0);
  const after = ordered.find((other) => chronologically(other, reading) > 0);
  return [
    ...(before && before.minutes > reading.minutes ? [outOfOrder(reading, before, 'already')] : []),
    ...(after && after.minutes < reading.minutes ? [outOfOrder(reading, after, 'only')] : []),
    ...(before ? tooFast(before, reading) : []),
  ];
}

function outOfOrder(reading: HoursReading, other: HoursReading, word: string): Warning {
  const detail = `${hours(reading.minutes)} does not fit: the meter showed ${word} ${hours(other.minutes)} on ${other.date}`;
  return { code: 'hours-out-of-order', detail };
}

function tooFast(before: HoursReading, reading: HoursReading): Warning[] {
  const ran = reading.minutes - before.minutes;
  // whole days: of most readings the time of the day is not known
  const days = (Date.parse(reading.date) - Date.parse(before.date)) / msPerDay + 1;
  if (ran <= days * minutesPerDay) return [];
  const detail = `${hours(ran)} since ${before.date} are more than have passed: is a digit too many?`;
  return [{ code: 'hours-jump', detail }];
}

const hours = (minutes: number) => `${Math.round(minutes / 6) / 10} h`;

function chronologically(a: HoursReading, b: HoursReading): number {
  return compare(a.date, b.date) || compare(a.occurredAt, b.occurredAt);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
