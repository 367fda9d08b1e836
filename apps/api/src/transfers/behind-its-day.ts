import type { StoredEvent } from '@odolog/event-store';

type Placed = Pick<StoredEvent, 'date' | 'occurredAt'>;

/**
 * Where what ends or begins a copy stands: now, or where nothing of the day comes after it. What has no time stands at noon, also in
 * the morning.
 * @param date YYYY-MM-DD: what day it is now in the vehicle's zone
 */
export function behindItsDay(
  events: readonly Placed[],
  date: string,
  now: Date,
): { readonly occurredAt: string; readonly timeKnown: boolean } {
  const moment = now.toISOString();
  const today = events.filter((event) => event.date === date);
  const occurredAt = today.reduce((last, event) => later(last, event.occurredAt), moment);
  return { occurredAt, timeKnown: occurredAt === moment };
}

const later = (a: string, b: string): string => (a > b ? a : b);
