import { followCorrections, type StoredEvent, type TimelineEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';

/** How each event of a history stands, told from what corrects, hides and restores it. */
export function standingOf(history: readonly StoredEvent[]): TimelineEvent[] {
  const { supersededBy } = followCorrections(history);
  return history.map((event) => {
    const by = supersededBy.get(event.id);
    if (by) return { ...event, status: eventType(by.type)?.hides ? 'retracted' : 'superseded' };
    return { ...event, status: event.correctsId ? 'corrected' : 'effective' };
  });
}
