import type { ReminderFact, ReminderStepFact } from '@odolog/events';

/** By how much true distance and true hours are ahead of what the meters show. */
export interface AheadOfMeters {
  readonly aheadM: number;
  readonly aheadMin: number;
}

/** What is due was typed off the meters of its day. */
export function inTrueMeasures(fact: ReminderFact, { aheadM, aheadMin }: AheadOfMeters): ReminderFact {
  const { dueOdometerM, dueRuntimeMin } = fact;
  return {
    ...fact,
    ...(dueOdometerM !== undefined && { dueOdometerM: dueOdometerM + aheadM }),
    ...(dueRuntimeMin !== undefined && { dueRuntimeMin: dueRuntimeMin + aheadMin }),
  };
}

/** So was the reading until which it is put off. */
export function untilTrueDistance(step: ReminderStepFact, aheadM: number): ReminderStepFact {
  const { until } = step;
  if (until?.odometerM === undefined) return step;
  return { ...step, until: { ...until, odometerM: until.odometerM + aheadM } };
}
