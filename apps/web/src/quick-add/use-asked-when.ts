import { useEffect, useState } from 'react';
import type { UseFormSetFocus } from 'react-hook-form';
import type { FormValues } from './form-values';

/**
 * Whether at what time it was is asked for: on the phone the time is folded away beside a problem, and at the pump it is until
 * somebody wants to change it. Each time it is asked for, one is led to it.
 */
export function useAskedWhen(setFocus: UseFormSetFocus<FormValues>) {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) setFocus('clock');
  }, [times, setFocus]);
  return { isAsked: times > 0, ask: () => setTimes(times + 1), fold: () => setTimes(0) };
}
