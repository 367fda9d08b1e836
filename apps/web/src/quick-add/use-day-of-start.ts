import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import type { FormValues } from './form-values';

/**
 * Keeps the day of a new entry and that of the start which its data tells together, as of a charge: who says that it began
 * last night does not mean an entry of today, and who enters it for a day of last month means that it began then. The time
 * follows the start until the person says another. Two days that the person told apart stay apart.
 */
export function useDayOfStart(correcting: boolean): void {
  const { watch, getValues, setValue, formState } = useFormContext<FormValues>();
  const opened = formState.defaultValues;
  const [day, started] = [watch('date'), watch('data.startedAt')];
  const last = useRef({ day, started, clock: opened?.clock });
  useEffect(() => {
    const before = last.current;
    if (correcting || typeof started !== 'string' || !isDay(day)) return;
    const [startDay = '', startClock = ''] = started.split('T');
    if (!isDay(startDay) || !startClock) return;
    last.current = { ...before, day, started };
    if (typeof before.started !== 'string' || !before.started.startsWith(before.day)) return;
    if (started !== before.started && day === before.day) {
      setValue('date', startDay, { shouldDirty: true });
      last.current.day = startDay;
      if (getValues('clock') !== before.clock) return;
      setValue('clock', startClock, { shouldDirty: true });
      last.current.clock = startClock;
    } else if (day !== before.day && started === before.started) {
      last.current.started = `${day}T${startClock}`;
      last.current.clock = getValues('clock');
      setValue('data.startedAt', last.current.started, { shouldDirty: true });
    }
  }, [correcting, day, started, getValues, setValue]);
}

const isDay = (typed: string) => /^\d{4}-\d\d-\d\d$/.test(typed);
