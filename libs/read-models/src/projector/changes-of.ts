import { followCorrections, type StoredEvent } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import type { Changes } from './projector.js';

/**
 * Follows corrections, retractions and restorations: what stands at the end of a run of events in position order, and what no
 * longer does, or not as it did.
 * @param earlier what the restorations of the run reach back to
 * @throws Error when an event's type or version is not known to this code
 */
export function changesOf(events: readonly StoredEvent[], earlier: readonly StoredEvent[] = []): Changes {
  const facts = new Map(events.map((event) => [event.id, factsOf(event)]));
  const { standing, left } = followCorrections(events, earlier);
  const recorded = [...standing.values()]
    .sort((a, b) => a.position - b.position)
    .map((event) => ({ event, facts: facts.get(event.id) ?? factsOf(event) }));
  return { recorded, supersededIds: [...left] };
}
