import type { FormValues } from './form-values';

type When = Pick<FormValues, 'date' | 'clock'>;

/**
 * The time of an entry whose day was changed: that of the moment at which its form was opened is of that day alone. A time that
 * was typed stays.
 */
export function clockOfDay({ date, clock }: When, opened: When): string {
  if (clock !== '' && clock !== opened.clock) return clock;
  return date === opened.date ? opened.clock : '';
}
