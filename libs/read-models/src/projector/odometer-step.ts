import type { RecordedFact } from './projector.js';

/** What true distance gains at a replaced odometer, in metres: what the old one showed last, less what the new one showed first. */
export function odometerStepM({ event, facts: { odometerReplaced } }: RecordedFact): number {
  const counts = event.odometerM !== null && !event.odometer?.void;
  return odometerReplaced && counts ? odometerReplaced.finalM - event.odometerM : 0;
}
