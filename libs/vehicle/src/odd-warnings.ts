import { eventType } from '@odolog/events';
import type { DecidedEvent } from './decide-recording.js';
import { localDateOf } from './local-time.js';
import type { Warning } from './warning.js';

/** What of a vehicle tells what is odd. */
export interface OddVehicle {
  /** In which its day is a day. */
  readonly timeZone: string;
  /** What its battery holds; null where that is not known, or there is none. */
  readonly batteryWh: number | null;
}

/** What of an event is possible, and yet more likely a slip. */
export function oddWarnings(
  { type, date, data }: Pick<DecidedEvent, 'type' | 'date' | 'data'>,
  { timeZone, batteryWh }: OddVehicle,
): Warning[] {
  const dayOf = (instant: string) => localDateOf(instant, timeZone);
  return eventType(type)?.oddities?.({ ...data }, { date, dayOf, batteryWh }) ?? [];
}
