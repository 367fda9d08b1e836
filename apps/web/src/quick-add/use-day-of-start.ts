import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import type { FormValues } from './form-values';

/**
 * Moves day and time of a new entry with the start that its data tells, as of a charge: who says that it began last night
 * does not mean an entry of today. A day or time that the person chose stays.
 */
export function useDayOfStart(correcting: boolean): void {
  const { watch, getValues, setValue, formState } = useFormContext<FormValues>();
  const { defaultValues: opened } = formState;
  const started = watch('data.startedAt');
  const followed = useRef({ date: opened?.date, clock: opened?.clock });
  useEffect(() => {
    if (correcting || typeof started !== 'string' || started === opened?.data?.['startedAt']) return;
    const [date, clock] = started.split('T');
    const { date: shownDate, clock: shownClock } = getValues();
    const isChosen = shownDate !== followed.current.date || shownClock !== followed.current.clock;
    if (isChosen || !date || !clock) return;
    followed.current = { date, clock };
    setValue('date', date, { shouldDirty: true });
    setValue('clock', clock, { shouldDirty: true });
  }, [correcting, started, opened, getValues, setValue]);
}
