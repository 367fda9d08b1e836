import type { StoredEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import type { DecidedEvent } from '@odolog/vehicle';

/** The event that hides another one: at its place in time, and with nothing of its own to say but the reason. */
export function retractionOf(
  {
    id: correctsId,
    date,
    occurredAt,
    timeKnown,
  }: Pick<StoredEvent, 'id' | 'date' | 'occurredAt' | 'timeKnown'>,
  { id, reason }: { readonly id: string; readonly reason: string },
): DecidedEvent & { correctsId: string; reason: string } {
  const schemaVersion = eventType('retraction')?.version ?? 1;
  const nothing = { odometer: null, odometerM: null, notes: null, data: {} };
  return {
    id,
    type: 'retraction',
    schemaVersion,
    date,
    occurredAt,
    timeKnown,
    ...nothing,
    correctsId,
    reason,
  };
}
