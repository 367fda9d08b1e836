import type { ReminderFact } from '@odolog/events';

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
