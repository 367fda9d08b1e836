import type { TimelineItem } from '@/api/schema.gen';
import { clockIn, dayIn, instantOf } from '@/format/today';
import { formValueOf, schemaOf, type FormValues } from './form-values';
import type { Habit } from './habit';
import type { LoggableVehicle } from './loggable-vehicle';
import { typedNumber } from './typed-number';

export interface Home {
  readonly vehicle: LoggableVehicle;
  readonly locale: string;
  readonly habit: Habit;
  /** The earlier day that entries are being made for, one after the other; else it is today. */
  readonly day?: string | undefined;
}

/** A new entry of a type, now or on the day of the one before, with what is usual filled in; or an entry that is there, to be corrected. */
export function valuesFor(what: string | TimelineItem, { vehicle, locale, habit, day }: Home): FormValues {
  if (typeof what !== 'string') return valuesOf(what, vehicle, locale);
  const now = new Date();
  const clock = clockIn(vehicle.timeZone, now);
  return {
    type: what,
    date: day ?? dayIn(vehicle.timeZone, now),
    clock: day === undefined ? clock : '',
    odometer: { value: '', unit: vehicle.distanceUnit, void: false },
    notes: '',
    data: formValueOf(schemaOf(what), what === 'fuel' ? habit.data : undefined, {
      ...vehicle,
      locale,
      now: day === undefined ? now.toISOString() : instantOf(day, clock, vehicle.timeZone),
    }) as FormValues['data'],
    reason: '',
  };
}

/** That the odometer was replaced, at the moment of an entry that does not fit the old one. */
export function replacementFor(
  entry: FormValues,
  oldFinal: { readonly value: number; readonly unit: string } | undefined,
  home: Home,
): FormValues {
  const { unit } = entry.odometer;
  const last = oldFinal ? typedNumber(oldFinal.value, home.locale) : '';
  return {
    ...valuesFor('odometer-replacement', home),
    date: entry.date,
    clock: entry.clock,
    data: {
      oldFinal: { value: last, unit: oldFinal?.unit ?? unit },
      newFirst: { value: '', unit },
      reason: '',
    },
  };
}

/** That the hours meter was replaced, at the moment of an entry that does not fit the old one. */
export function hoursReplacementFor(
  { date, clock }: FormValues,
  oldFinal: { readonly value: number } | undefined,
  home: Home,
): FormValues {
  const oldFinalHours = oldFinal ? typedNumber(oldFinal.value, home.locale) : '';
  return {
    ...valuesFor('hours-meter-replacement', home),
    date,
    clock,
    data: { oldFinalHours, newFirstHours: '', reason: '' },
  };
}

function valuesOf(item: TimelineItem, vehicle: LoggableVehicle, locale: string): FormValues {
  const { type, date, occurredAt, odometer, notes, data } = item;
  return {
    type,
    date,
    clock: occurredAt ? clockIn(vehicle.timeZone, new Date(occurredAt)) : '',
    odometer: {
      value: odometer ? typedNumber(odometer.value, locale) : '',
      unit: odometer?.unit ?? vehicle.distanceUnit,
      void: odometer?.void ?? false,
    },
    notes: notes ?? '',
    data: formValueOf(schemaOf(type), data, { ...vehicle, locale }) as FormValues['data'],
    reason: '',
  };
}
