import type { ReminderFact } from '@odolog/events';
import { daysBetween } from './calendar.js';
import type { Cycle } from './cycle.js';
import type { Usage } from './usage.js';

/** How long before its limits a reminder is due soon. */
export interface SoonWithin {
  readonly days: number;
  readonly distanceM: number;
  readonly runtimeMin: number;
}

/** A month ahead is soon for what comes once a year; a tenth of the time for what comes more often. */
const mostDays = 30;
const leastDays = 3;
/** Where neither an interval nor an average is known. */
const unknown = { distanceM: 500_000, runtimeMin: 10 * 60 };

/**
 * What counts as soon: the reminder's own word, or else a tenth of the interval and at most 30 days. A distance scales with
 * usage: what is driven in those days, within a tenth and a fifth of the interval.
 */
export function soonWithin(
  { soon = {}, every = {} }: ReminderFact,
  { since, due }: Cycle,
  usage: { readonly odometer: Usage | null; readonly runtime: Usage | null },
): SoonWithin {
  const tenth = due.date === undefined ? mostDays : Math.ceil(daysBetween(since.date, due.date) / 10);
  const days = soon.days ?? Math.min(mostDays, Math.max(leastDays, tenth));
  const ofMeter = (meter: 'distanceM' | 'runtimeMin', at: 'odometerM' | 'runtimeMin', used: Usage | null) => {
    const [from, to] = [since[at], due[at]];
    const interval = every[meter] ?? (from !== null && to !== undefined ? to - from : undefined);
    const driven = used?.perDay == null ? undefined : used.perDay * days;
    if (interval === undefined || interval <= 0) return driven ?? unknown[meter];
    return Math.min(interval / 5, Math.max(interval / 10, driven ?? 0));
  };
  return {
    days,
    distanceM: soon.distanceM ?? ofMeter('distanceM', 'odometerM', usage.odometer),
    runtimeMin: soon.runtimeMin ?? ofMeter('runtimeMin', 'runtimeMin', usage.runtime),
  };
}
