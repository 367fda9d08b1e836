import { hoursOfMinutes, type HistoricHours, type HoursHistory } from '../hours-readings/hours-history.js';
import { readingInForce } from '../reading-in-force.js';
import { runtimeStepMin } from '../projector/counted-hours.js';
import type { Past } from './read-past.js';

/** The hours that stood, newest first, void ones among them, and those in force. */
export function hoursOf(
  { standing }: Pick<Past, 'standing'>,
  { today }: { readonly today: string },
): HoursHistory {
  let aheadMin: number | undefined;
  const readings = standing.flatMap(({ event, facts: { runtime } }): HistoricHours[] => {
    if (!runtime) return [];
    const { id: eventId, date, occurredAt, timeKnown } = event;
    const { minutes } = runtime;
    const shown = { eventId, date, occurredAt, timeKnown, hours: hoursOfMinutes(minutes), minutes };
    if (runtime.void) return [{ ...shown, trueMin: null, void: true }];
    // what the first meter replaced lies before all that is counted
    aheadMin = aheadMin === undefined ? 0 : aheadMin + runtimeStepMin(runtime);
    return [{ ...shown, trueMin: minutes + aheadMin, void: false }];
  });
  const newestFirst = readings.toReversed();
  return { readings: newestFirst, current: readingInForce(newestFirst, today) };
}
