import { eventType } from '@odolog/events';
import type { DecidedEvent } from './decide-recording.js';
import { localDateOf } from './local-time.js';
import type { Warning } from './warning.js';

/** What of an event is possible, and yet more likely a slip. @param timeZone in which its day is a day */
export function oddWarnings(
  { type, date, data }: Pick<DecidedEvent, 'type' | 'date' | 'data'>,
  timeZone: string,
): Warning[] {
  const dayOf = (instant: string) => localDateOf(instant, timeZone);
  return eventType(type)?.oddities?.({ ...data }, { date, dayOf }) ?? [];
}
