import type { ReminderFact } from '@odolog/events';
import type { NextDue } from './vehicle-summary.js';

/** A reminder that stands, and when it was set. */
export interface StandingReminder {
  readonly eventId: string;
  readonly date: string;
  readonly fact: ReminderFact;
}

/** Work that was done. */
export interface DoneService {
  readonly date: string;
  /** Null without a valid reading. */
  readonly odometerM: number | null;
  readonly kinds: readonly string[];
}

/** A valid reading on its day. */
export interface DayReading {
  readonly date: string;
  readonly odometerM: number;
}

/** What a vehicle's reminders are judged by. */
export interface DueContext {
  readonly reminders: readonly StandingReminder[];
  readonly services: readonly DoneService[];
  readonly firstReading: DayReading | null;
  readonly lastReading: DayReading | null;
}

interface Due {
  readonly date?: string;
  readonly odometerM?: number;
}

const dayMs = 86_400_000;

/**
 * The reminder that comes first. A service of its kind completes a reminder and arms it again when it recurs; a due distance
 * becomes a date by the average distance per day between the first and the last reading, and comes last without one.
 */
export function nextDue(context: DueContext): NextDue | null {
  const candidates = context.reminders.flatMap(({ eventId, date, fact }) => {
    const due = dueOf({ date, fact }, lastDone({ date, fact }, context.services));
    if (!due) return [];
    return [{ eventId, title: fact.title, due, comesAt: comesAt(due, context) }];
  });
  const [first] = candidates.sort((a, b) => a.comesAt - b.comesAt || (a.eventId < b.eventId ? -1 : 1));
  if (!first) return null;
  const { date, odometerM } = first.due;
  return {
    eventId: first.eventId,
    title: first.title,
    ...(date !== undefined && { dueDate: date }),
    ...(odometerM !== undefined && { dueOdometerM: odometerM }),
  };
}

function lastDone(
  { date, fact }: Pick<StandingReminder, 'date' | 'fact'>,
  services: readonly DoneService[],
): DoneService | undefined {
  const { serviceKind } = fact;
  if (serviceKind === undefined) return undefined;
  return services
    .filter((service) => service.date >= date && service.kinds.includes(serviceKind))
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

/** When the reminder is due after what was done last; undefined when that completed it for good. */
function dueOf({ date, fact }: Pick<StandingReminder, 'date' | 'fact'>, done?: DoneService): Due | undefined {
  const { every, anchor, dueDate, dueOdometerM } = fact;
  if (!done) {
    const first =
      dueDate ?? (dueOdometerM === undefined && every?.months ? monthsAfter(date, every.months) : undefined);
    return due(first, dueOdometerM);
  }
  if (!every) return undefined;
  const { months, distanceM } = every;
  const onSchedule = anchor === 'schedule';
  return due(
    months && (onSchedule && dueDate ? stepPast(dueDate, months, done.date) : monthsAfter(done.date, months)),
    distanceM && nextDistance(onSchedule ? dueOdometerM : undefined, distanceM, done.odometerM),
  );
}

function due(date: string | 0 | undefined, odometerM: number | null | undefined): Due {
  return { ...(date && { date }), ...(odometerM && { odometerM }) };
}

/** The first of the schedule's days after the one on which it was done. */
function stepPast(start: string, months: number, doneOn: string): string {
  let steps = 1;
  while (monthsAfter(start, steps * months) <= doneOn) steps += 1;
  return start > doneOn ? monthsAfter(start, months) : monthsAfter(start, steps * months);
}

function nextDistance(scheduledM: number | undefined, everyM: number, doneM: number | null): number | null {
  if (scheduledM === undefined) return doneM === null ? null : doneM + everyM;
  if (doneM === null || scheduledM > doneM) return scheduledM + everyM;
  return scheduledM + (Math.floor((doneM - scheduledM) / everyM) + 1) * everyM;
}

/** The same day of the month, or the month's last when it is shorter: 31 January and one month are 28 February. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Milliseconds since 1970 of whichever comes first; infinite when nothing can be said. */
function comesAt({ date, odometerM }: Due, { firstReading, lastReading }: DueContext): number {
  const byDate = date === undefined ? Infinity : Date.parse(date);
  if (odometerM === undefined || !firstReading || !lastReading) return byDate;
  const days = (Date.parse(lastReading.date) - Date.parse(firstReading.date)) / dayMs;
  const perDayM = (lastReading.odometerM - firstReading.odometerM) / days;
  if (!(perDayM > 0) || perDayM === Infinity) return byDate;
  return Math.min(
    byDate,
    Date.parse(lastReading.date) + ((odometerM - lastReading.odometerM) / perDayM) * dayMs,
  );
}
