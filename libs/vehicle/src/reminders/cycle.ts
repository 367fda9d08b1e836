import type { ReminderFact } from '@odolog/events';
import { daysAfter, daysBetween, lastDay, monthsAfter } from './calendar.js';
import type { Completion, StandingReminder } from './reminder-history.js';

/** When something is due: at whichever comes first. */
export interface Limits {
  readonly date?: string;
  readonly odometerM?: number;
  readonly runtimeMin?: number;
}

/** One round of a reminder: from when it was set or last done until it is done again. */
export interface Cycle {
  /** 1 for the first; one more with each completion. */
  readonly number: number;
  readonly since: {
    readonly date: string;
    readonly odometerM: number | null;
    readonly runtimeMin: number | null;
  };
  readonly due: Limits;
  /** Done for good: it does not recur. */
  readonly completed: boolean;
}

const meters = [
  { meter: 'odometerM', due: 'dueOdometerM', every: 'distanceM' },
  { meter: 'runtimeMin', due: 'dueRuntimeMin', every: 'runtimeMin' },
] as const;

/** The round that a reminder is in after everything that completed it (oldest first). */
export function currentCycle(reminder: StandingReminder, completions: readonly Completion[]): Cycle {
  const { fact } = reminder;
  const start = firstLimits(reminder);
  let cycle: Cycle = {
    number: 1,
    since: { date: reminder.date, odometerM: reminder.odometerM, runtimeMin: reminder.runtimeMin },
    due: start,
    completed: false,
  };
  for (const completion of completions) {
    if (cycle.completed || !completesCycle(completion, cycle, fact)) continue;
    const { explicit: _, ...since } = completion;
    const due = fact.anchor === 'schedule' ? nextOnSchedule(start, cycle, since, fact) : after(since, fact);
    cycle = fact.every
      ? { number: cycle.number + 1, since, due, completed: false }
      : { ...cycle, since, completed: true };
  }
  return cycle;
}

/** As it was set; where only its recurrence was said, that far from the day on which it was set. */
function firstLimits({ fact, ...since }: StandingReminder): Limits {
  const { dueDate, dueOdometerM, dueRuntimeMin } = fact;
  const said = limits({ date: dueDate, odometerM: dueOdometerM, runtimeMin: dueRuntimeMin });
  return Object.keys(said).length > 0 ? said : after(since, fact);
}

/** Counted from the day on which it was done; a meter that nobody has read sets no limit. */
function after(since: Cycle['since'], { every = {} }: Pick<ReminderFact, 'every'>): Limits {
  const { months, distanceM, runtimeMin } = every;
  const sum = (value: number | null, step: number | undefined) =>
    value !== null && step !== undefined ? value + step : undefined;
  return limits({
    date: months === undefined ? undefined : monthsAfter(since.date, months),
    odometerM: sum(since.odometerM, distanceM),
    runtimeMin: sum(since.runtimeMin, runtimeMin),
  });
}

/** The first mark of the fixed schedule after both the one that was due and the day on which it was done. */
function nextOnSchedule(
  start: Limits,
  { due }: Cycle,
  since: Cycle['since'],
  { every = {} }: ReminderFact,
): Limits {
  const past = (
    from: number | undefined,
    current: number | undefined,
    step: number | undefined,
    done: number,
  ) =>
    from === undefined || !step
      ? undefined
      : from + (Math.floor((Math.max(current ?? from, done) - from) / step) + 1) * step;
  return limits({
    date:
      start.date && every.months
        ? occurrenceAfter(start.date, every.months, [due.date ?? start.date, since.date])
        : undefined,
    odometerM: past(start.odometerM, due.odometerM, every.distanceM, since.odometerM ?? 0),
    runtimeMin: past(start.runtimeMin, due.runtimeMin, every.runtimeMin, since.runtimeMin ?? 0),
  });
}

/** Each occurrence is counted from the first one, so that the day of the month comes back after a shorter month. */
function occurrenceAfter(start: string, months: number, dates: readonly string[]): string {
  const latest = dates.reduce((a, b) => (a > b ? a : b));
  let steps = 1;
  while (monthsAfter(start, steps * months) <= latest && latest < lastDay) steps += 1;
  return monthsAfter(start, steps * months);
}

/**
 * Work that only matches completes a fixed schedule's mark when it is nearer to that than to the one before: what is done a
 * second time shortly after (a failed inspection and its repetition) must not take the next one away.
 */
export function completesCycle(
  { explicit, ...done }: Completion,
  { number, due }: Pick<Cycle, 'number' | 'due'>,
  { every, anchor }: Pick<ReminderFact, 'every' | 'anchor'>,
): boolean {
  if (explicit || anchor !== 'schedule' || !every || number === 1) return true;
  const nearDate =
    due.date !== undefined && every.months !== undefined && done.date > halfwayTo(due.date, every.months);
  const nearMeter = meters.some(({ meter, every: step }) => {
    const [value, limit, size] = [done[meter], due[meter], every[step]];
    return value !== null && limit !== undefined && size !== undefined && value > limit - size / 2;
  });
  return nearDate || nearMeter;
}

function halfwayTo(date: string, months: number): string {
  const before = monthsAfter(date, -months);
  return daysAfter(before, Math.floor(daysBetween(before, date) / 2));
}

function limits(given: { [Limit in keyof Limits]: Limits[Limit] | undefined }): Limits {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Limits;
}
