import type { StoredEvent } from '@odolog/event-store';
import type { Facts } from '@odolog/events';

interface Reading {
  readonly event: Pick<StoredEvent, 'odometer' | 'odometerM'>;
  readonly facts: Pick<Facts, 'odometerReplaced'>;
}

/** What true distance gains at a replaced odometer, in metres: what the old one showed last, less what the new one showed first. */
export function odometerStepM({ event, facts: { odometerReplaced } }: Reading): number {
  const counts = event.odometerM !== null && !event.odometer?.void;
  return odometerReplaced && counts ? odometerReplaced.finalM - event.odometerM : 0;
}
