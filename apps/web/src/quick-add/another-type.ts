import { eventType } from '@odolog/events';
import type { FormValues } from './form-values';

/**
 * Of another type, what was typed already: when it was, the odometer and the notes are the same whatever happened. Not the
 * odometer where the new type has a reading of its own to say.
 */
export function anotherType(typed: FormValues, fresh: FormValues): FormValues {
  const { date, clock, notes, odometer } = typed;
  const hasOwnReading = eventType(fresh.type)?.reading !== undefined;
  return { ...fresh, date, clock, notes, odometer: hasOwnReading ? fresh.odometer : odometer };
}
