import type { FormValues } from './form-values';
import type { OutOfOrder, Reading } from './meter-problem';
import { typedNumber } from './typed-number';

type Readings = Pick<FormValues, 'odometer' | 'data'>;

/** The form with the reading that was offered instead. */
export function withReading({ odometer, data }: Readings, reading: Reading, locale: string): Readings {
  const value = typedNumber(reading.value, locale);
  return reading.unit === 'h'
    ? { odometer, data: { ...data, hours: value } }
    : { odometer: { ...odometer, value, unit: reading.unit }, data };
}

/** The form with the reading kept, and not counted. */
export function asVoid({ odometer, data }: Readings, meter: OutOfOrder['meter']): Readings {
  return meter === 'hours'
    ? { odometer, data: { ...data, hoursVoid: true } }
    : { odometer: { ...odometer, void: true }, data };
}
