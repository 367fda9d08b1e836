import type { StoredEvent, TimelineEvent } from '@odolog/event-store';

/** How an event stands, told from the chain of what it corrects and what corrects it. */
export function standingOf(event: StoredEvent, history: readonly StoredEvent[]): TimelineEvent {
  const by = history.find(({ correctsId }) => correctsId === event.id);
  if (by) return { ...event, status: by.type === 'retraction' ? 'retracted' : 'superseded' };
  return { ...event, status: event.correctsId ? 'corrected' : 'effective' };
}
