import { daysBetween } from './calendar.js';
import { currentCycle, type Cycle, type Limits } from './cycle.js';
import {
  completionsOf,
  type ReminderContext,
  type ReminderStep,
  type StandingReminder,
} from './reminder-history.js';
import { soonWithin } from './thresholds.js';
import { projectedDate, projectedValue, type Usage } from './usage.js';

export const reminderStates = [
  'overdue',
  'due',
  'due-soon',
  'upcoming',
  'snoozed',
  'completed',
  'dismissed',
] as const;
export type ReminderState = (typeof reminderStates)[number];
/** How near one limit is. */
export type Urgency = 'overdue' | 'due' | 'due-soon' | 'upcoming';
export type Limit = keyof Limits;

/** How a reminder stands on a day. */
export interface ReminderStanding {
  readonly reminder: StandingReminder;
  readonly state: ReminderState;
  readonly cycle: Cycle;
  /** How often it was put off in this cycle. */
  readonly snoozes: number;
  readonly snoozedUntil: Limits | null;
  /** The limit that comes first; null when there is nothing to count from yet. */
  readonly first: Limit | null;
  /** When that is: its date, or the day on which the meter will show it at the usual distance per day; null when unknown. */
  readonly dueOn: string | null;
  /** True when `dueOn` is a projection. */
  readonly about: boolean;
  /** How much of the interval is used: 1 is due. Of the limit that comes first; null when the interval is unknown. */
  readonly used: number | null;
}

interface JudgedLimit {
  readonly limit: Limit;
  readonly urgency: Urgency;
  readonly dueOn: string | null;
  readonly about: boolean;
  readonly used: number | null;
}

/**
 * How a reminder stands.
 * @param today YYYY-MM-DD in the vehicle's zone
 */
export function evaluateReminder(
  reminder: StandingReminder,
  context: Omit<ReminderContext, 'reminders' | 'gone' | 'aheadM' | 'aheadMin'>,
  today: string,
): ReminderStanding {
  const cycle = currentCycle(reminder, completionsOf(reminder, context));
  const [first] = judgeLimits(reminder, cycle, context, today).sort(sooner);
  const steps = context.steps.filter(({ fact }) => fact.reminderId === reminder.id);
  const snoozes = steps.filter(({ fact }) => fact.step === 'snoozed' && fact.cycle === cycle.number);
  const snoozedUntil = stillSnoozed(snoozes.at(-1), context.odometer, today);
  return {
    reminder,
    state: stateOf({ steps, cycle, snoozedUntil, urgency: first?.urgency ?? 'upcoming' }),
    cycle,
    snoozes: snoozes.length,
    snoozedUntil,
    first: first?.limit ?? null,
    dueOn: first?.dueOn ?? null,
    about: first?.about ?? false,
    used: first?.used ?? null,
  };
}

function stateOf({
  steps,
  cycle,
  snoozedUntil,
  urgency,
}: {
  readonly steps: readonly ReminderStep[];
  readonly cycle: Cycle;
  readonly snoozedUntil: Limits | null;
  readonly urgency: Urgency;
}): ReminderState {
  if (steps.some(({ fact }) => fact.step === 'dismissed')) return 'dismissed';
  if (cycle.completed) return 'completed';
  return snoozedUntil ? 'snoozed' : urgency;
}

function stillSnoozed(
  snooze: ReminderStep | undefined,
  odometer: Usage | null,
  today: string,
): Limits | null {
  const until = snooze?.fact.until;
  if (!until) return null;
  const { date, odometerM } = until;
  if (date !== undefined && today >= date) return null;
  if (odometerM !== undefined && odometer && odometer.last.value >= odometerM) return null;
  return until;
}

function judgeLimits(
  { fact }: StandingReminder,
  cycle: Cycle,
  usage: Pick<ReminderContext, 'odometer' | 'runtime'>,
  today: string,
): JudgedLimit[] {
  const { due, since } = cycle;
  const soon = soonWithin(fact, cycle, usage);
  const judged: JudgedLimit[] = [];
  if (due.date !== undefined) {
    const daysLeft = daysBetween(today, due.date);
    const urgency = urgencyOf(daysLeft, soon.days);
    const used = share(daysBetween(since.date, today), daysBetween(since.date, due.date));
    judged.push({ limit: 'date', urgency, dueOn: due.date, about: false, used });
  }
  if (due.odometerM !== undefined)
    judged.push(
      judgeMeter(
        'odometerM',
        { due: due.odometerM, since: since.odometerM, soon: soon.distanceM },
        usage.odometer,
        today,
      ),
    );
  if (due.runtimeMin !== undefined)
    judged.push(
      judgeMeter(
        'runtimeMin',
        { due: due.runtimeMin, since: since.runtimeMin, soon: soon.runtimeMin },
        usage.runtime,
        today,
      ),
    );
  return judged;
}

/** Overdue is what a reading shows. A projection says at most that it is due by now: the vehicle may have stood still. */
function judgeMeter(
  limit: 'odometerM' | 'runtimeMin',
  { due, since, soon }: { readonly due: number; readonly since: number | null; readonly soon: number },
  usage: Usage | null,
  today: string,
): JudgedLimit {
  if (!usage) return { limit, urgency: 'upcoming', dueOn: null, about: false, used: null };
  const projected = projectedValue(usage, today);
  const urgency = usage.last.value > due ? 'overdue' : urgencyOf(Math.max(0, due - projected), soon);
  const used = since === null ? null : share(projected - since, due - since);
  return { limit, urgency, dueOn: projectedDate(usage, due, today), about: true, used };
}

function urgencyOf(left: number, soon: number): Urgency {
  if (left < 0) return 'overdue';
  if (left === 0) return 'due';
  return left <= soon ? 'due-soon' : 'upcoming';
}

function share(used: number, whole: number): number | null {
  return whole > 0 ? used / whole : null;
}

const urgencies: readonly Urgency[] = ['overdue', 'due', 'due-soon', 'upcoming'];

function sooner(a: JudgedLimit, b: JudgedLimit): number {
  return (
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    byDate(a.dueOn, b.dueOn) ||
    a.limit.localeCompare(b.limit)
  );
}

/** Dates in order, the unknown ones last. */
export function byDate(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
