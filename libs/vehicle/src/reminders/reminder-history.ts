import type { ReminderFact, ReminderStepFact } from '@odolog/events';
import type { Usage } from './usage.js';

/** A reminder that stands. */
export interface StandingReminder {
  /** Of the event that set it first: it stays when the reminder is edited. */
  readonly id: string;
  /** Of the event that stands: what a correction or retraction names. */
  readonly eventId: string;
  /** The day on which it was set. */
  readonly date: string;
  /** The order version: what was recorded of that day before it was set, and what since. */
  readonly sequence: number;
  /** What the odometer showed then, as far as it is known. */
  readonly odometerM: number | null;
  readonly runtimeMin: number | null;
  readonly fact: ReminderFact;
}

/** Work that was done. */
export interface DoneService {
  readonly date: string;
  /** The order version. */
  readonly sequence: number;
  /** The event's own valid reading, or else the last valid one before it. */
  readonly odometerM: number | null;
  readonly runtimeMin: number | null;
  /** Its own reading, or its hours, are void: it completes nothing, not even a reminder that it names. */
  readonly void: boolean;
  readonly kinds: readonly string[];
  /** Reminders that it says it completes. */
  readonly reminderIds: readonly string[];
}

/** A step in the life of a reminder, in the order in which they were taken. */
export interface ReminderStep {
  readonly date: string;
  readonly odometerM: number | null;
  readonly runtimeMin: number | null;
  readonly fact: ReminderStepFact;
}

/** What the reminders of one vehicle are judged by. */
export interface ReminderContext {
  readonly reminders: readonly StandingReminder[];
  readonly services: readonly DoneService[];
  readonly steps: readonly ReminderStep[];
  /** The odometer, in metres of true distance, as all distances here: it goes on where an odometer was replaced. */
  readonly odometer: Usage | null;
  /** The hours meter, in minutes of true hours. */
  readonly runtime: Usage | null;
  /** By how much true distance is ahead of what the odometer shows now, for having been replaced. */
  readonly aheadM: number;
  /** By how much true hours are ahead of what the hours meter shows now, in minutes. */
  readonly aheadMin: number;
  /** Sold, transferred or archived: nobody is reminded of it. */
  readonly gone: boolean;
}

/** Something that completes one reminder. */
export interface Completion {
  readonly date: string;
  readonly odometerM: number | null;
  readonly runtimeMin: number | null;
  /** It names the reminder, and does not merely match its kind. */
  readonly explicit: boolean;
}

/**
 * What completes a reminder, oldest first and once a day: work of its kind since it was set, and whatever names it. Of the day
 * on which it was set that is work which was recorded after it: who has changed the oil sets a reminder of the next time. Work
 * whose reading is void completes nothing.
 */
export function completionsOf(
  { id, date, sequence, fact }: StandingReminder,
  { services, steps }: Pick<ReminderContext, 'services' | 'steps'>,
): Completion[] {
  const byService = services.flatMap(({ kinds, reminderIds, void: isVoid, ...done }) => {
    if (isVoid) return [];
    if (reminderIds.includes(id)) return [{ ...done, explicit: true }];
    const matches = fact.serviceKind !== undefined && kinds.includes(fact.serviceKind);
    const isSince = done.date > date || (done.date === date && done.sequence > sequence);
    return matches && isSince ? [{ ...done, explicit: false }] : [];
  });
  const byStep = steps.flatMap(({ fact: step, ...done }) =>
    step.reminderId === id && step.step === 'completed' ? [{ ...done, explicit: true }] : [],
  );
  const byDay = Map.groupBy([...byService, ...byStep], (completion) => completion.date);
  return [...byDay.values()].map(ofOneDay).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The furthest reading of the day counts, and what names the reminder before what only matches. */
function ofOneDay(completions: readonly Completion[]): Completion {
  const furthest = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length > 0 ? Math.max(...known) : null;
  };
  return {
    date: completions[0]!.date,
    odometerM: furthest(completions.map(({ odometerM }) => odometerM)),
    runtimeMin: furthest(completions.map(({ runtimeMin }) => runtimeMin)),
    explicit: completions.some(({ explicit }) => explicit),
  };
}
