import type { ReminderFact } from '@odolog/events';

/** A due reading was typed off the odometer of its day. */
export function inTrueDistance(fact: ReminderFact, aheadM: number): ReminderFact {
  return fact.dueOdometerM === undefined ? fact : { ...fact, dueOdometerM: fact.dueOdometerM + aheadM };
}
