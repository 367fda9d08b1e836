import type { StoredEvent } from '@odolog/event-store';
import type { RuntimeFact } from '@odolog/events';

/** One of its readings is void: it completes no reminder. */
export function hasVoidReading(
  { odometer }: Pick<StoredEvent, 'odometer'>,
  runtime: RuntimeFact | undefined,
): boolean {
  return odometer?.void === true || runtime?.void === true;
}

/** Minutes that the meter showed, where they count. */
export function countedMin(runtime: RuntimeFact | undefined): number | null {
  return runtime && !runtime.void ? runtime.minutes : null;
}

/** What true hours gain at a replaced meter, in minutes: what the old one showed last, less what the new one showed first. */
export function runtimeStepMin(runtime: RuntimeFact | undefined): number {
  return runtime?.replacedMin === undefined ? 0 : runtime.replacedMin - runtime.minutes;
}
