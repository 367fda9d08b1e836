import type { StoredEvent } from '@odolog/event-store';
import { eventType, factsOf } from '@odolog/events';
import type { Changes, RecordedFact } from './projector.js';

/**
 * Follows corrections and retractions: what stands at the end of a run of events in position order, and what no longer
 * does.
 * @throws Error when an event's type or version is not known to this code
 */
export function changesOf(events: readonly StoredEvent[]): Changes {
  const standing = new Map<string, RecordedFact>();
  const superseded = new Set<string>();
  for (const event of events) {
    if (event.correctsId !== null) {
      superseded.add(event.correctsId);
      standing.delete(event.correctsId);
    }
    const facts = factsOf(event);
    if (!eventType(event.type)?.hides) standing.set(event.id, { event, facts });
  }
  return { recorded: [...standing.values()], supersededIds: [...superseded] };
}
