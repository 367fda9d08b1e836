import type { ReminderStanding } from './evaluate-reminder.js';

/**
 * Names a cycle for good. Its number alone does not: it comes again when the completions before it are taken back, and stays when
 * the reminder is moved to another day. What projections and later readings change is left out, so that nobody is told twice.
 */
export function occasionOf({ reminder, cycle }: Pick<ReminderStanding, 'reminder' | 'cycle'>): string {
  const { dueDate, dueOdometerM, dueRuntimeMin, every = {}, anchor } = reminder.fact;
  const asked = [dueDate, dueOdometerM, dueRuntimeMin];
  const countsFromStart = cycle.number === 1 && asked.some((limit) => limit !== undefined);
  const recurs = [every.months, every.distanceM, every.runtimeMin, anchor];
  return [...asked, ...recurs, countsFromStart ? '' : cycle.since.date].join('|');
}
