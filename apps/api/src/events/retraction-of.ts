import type { StoredEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import type { DecidedEvent } from '@odolog/vehicle';

type Target = Pick<StoredEvent, 'id' | 'type' | 'date' | 'occurredAt' | 'timeKnown'>;
type Hiding = DecidedEvent & { readonly correctsId: string; readonly reason: string };
type About = { readonly id: string; readonly reason: string };

/** The event that hides another one: at its place in time, and with nothing of its own to say but the reason. Of what hides itself, it undoes the hiding. */
export function retractionOf(target: Target, about: About): Hiding {
  return eventType(target.type)?.hides
    ? restorationOf(target, about)
    : hidingEvent('retraction', target, about);
}

/** The event that undoes a correction, a retraction or a restoration. */
export function restorationOf(target: Target, about: About): Hiding {
  return hidingEvent('restoration', target, about);
}

function hidingEvent(
  type: 'retraction' | 'restoration',
  { id: correctsId, date, occurredAt, timeKnown }: Target,
  { id, reason }: About,
): Hiding {
  const schemaVersion = eventType(type)?.version ?? 1;
  const nothing = { odometer: null, odometerM: null, notes: null, data: {} };
  return { id, type, schemaVersion, date, occurredAt, timeKnown, ...nothing, correctsId, reason };
}
