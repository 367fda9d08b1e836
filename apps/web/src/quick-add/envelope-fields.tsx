'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { understoodDay } from '@/format/understood-day';
import { useViewer } from '@/format/viewer-context';
import { clockOfDay } from './clock-of-day';
import { FormField } from './form-field';
import type { FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';
import { plainDecimal } from './typed-number';

/** The reading, with how far it is from the last one. */
export function OdometerField({
  vehicle,
  optional = false,
  last: besideLast = true,
}: {
  vehicle: LoggableVehicle;
  optional?: boolean;
  last?: boolean;
}) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { register, watch } = useFormContext<FormValues>();
  const { value, unit } = watch('odometer');
  const last = besideLast ? vehicle.odometer : undefined;
  const typed = plainDecimal(value, format.locale);
  const known = last && Object.values(format.distance(last)).join(' ');
  const ahead = last && typed && unit === last.unit ? Number(typed) - last.value : null;
  const hint =
    ahead !== null && ahead >= 0 && last
      ? t('sinceLast', { distance: `+${format.number(ahead)} ${unit}`, date: format.dayMonth(last.date) })
      : known
        ? t('lastReading', { reading: known })
        : optional && t('optional');
  return (
    <FormField name="odometer.value" label={t('odometer')} hint={hint} wide>
      {(control) => (
        <>
          <input {...control} inputMode="decimal" autoComplete="off" {...register('odometer.value')} />
          <select aria-label={t('distanceUnit')} className="inp__unit" {...register('odometer.unit')}>
            <option value="km">km</option>
            <option value="mi">mi</option>
          </select>
        </>
      )}
    </FormField>
  );
}

/** The day it happened, and the time if it is known. */
export function WhenFields({ correcting }: { correcting: boolean }) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { register, watch, getValues, setValue, formState } = useFormContext<FormValues>();
  const { date: openedOn = '', clock: openedAt = '' } = formState.defaultValues ?? {};
  function onDay() {
    const clock = clockOfDay(getValues(), { date: openedOn, clock: openedAt });
    if (!correcting) setValue('clock', clock, { shouldDirty: true });
  }
  return (
    <>
      <FormField
        name="date"
        label={t('date')}
        hint={understoodDay(watch('date'), format.locale)}
        box="inp--s"
      >
        {(control) => <input type="date" {...control} {...register('date', { onChange: onDay })} />}
      </FormField>
      <FormField name="clock" label={t('time')} hint={t('optional')} box="inp--s">
        {(control) => <input type="time" {...control} {...register('clock')} />}
      </FormField>
    </>
  );
}

export function NotesField() {
  const t = useTranslations('quickAdd');
  const { register } = useFormContext<FormValues>();
  return (
    <FormField name="notes" label={t('notes')} hint={t('optional')} wide box="inp--s">
      {(control) => <input {...control} autoComplete="off" {...register('notes')} />}
    </FormField>
  );
}

export function ReasonField() {
  const t = useTranslations('quickAdd');
  const { register } = useFormContext<FormValues>();
  return (
    <FormField name="reason" label={t('reason')} hint={t('reasonHint')} wide box="inp--s">
      {(control) => <input {...control} autoComplete="off" maxLength={500} {...register('reason')} />}
    </FormField>
  );
}
