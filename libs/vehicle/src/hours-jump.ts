import type { Warning } from './warning.js';

/** What an hours meter showed, at its place among the events of a vehicle. */
export interface HoursReading {
  readonly eventId: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
  readonly minutes: number;
  /** Of a replaced meter: what the old one showed last. */
  readonly replacedMin?: number;
}

const msPerDay = 86_400_000;
const minutesPerDay = 1440;

/**
 * Whether a meter ran faster than time does since the reading before: possible to record, and more likely a digit too many.
 * @param came what came now, in any order: each is held against the others, too
 * @param known other valid readings of the same vehicle, in any order
 * @returns what there is to say of those that came, by the ids of their events
 */
export function hoursJumps(
  came: readonly HoursReading[],
  known: readonly HoursReading[],
): Map<string, Warning[]> {
  const isNew = new Set(came);
  const jumps = new Map<string, Warning[]>();
  let before: HoursReading | undefined;
  let last: HoursReading | undefined;
  for (const reading of [...known, ...came].toSorted(chronologically)) {
    // of several at one moment none is before another
    if (last && chronologically(last, reading) < 0) before = last;
    if (isNew.has(reading)) jumps.set(reading.eventId, jumpSince(before, reading));
    last = reading;
  }
  return jumps;
}

function jumpSince(before: HoursReading | undefined, reading: HoursReading): Warning[] {
  if (!before) return [];
  const ran = (reading.replacedMin ?? reading.minutes) - before.minutes;
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
