import { useEffect } from 'react';

const touches = ['pointermove', 'pointerdown', 'keydown'] as const;

/**
 * Has the code of the entry form come before it is opened, so that it opens at once: with the first touch of the page, or move of a
 * mouse. A page that nobody touches is only read, and a phone would parse half as much again for nothing. Its file is kept by the
 * service worker, for where there is no connection.
 *
 * @param fetch asks for the code; once more does nothing
 */
export function useFormAtHand(fetch: () => Promise<unknown>): void {
  useEffect(() => {
    const begin = () => {
      stop();
      void fetch().catch(() => undefined);
    };
    const stop = () => {
      for (const touch of touches) window.removeEventListener(touch, begin);
    };
    for (const touch of touches) window.addEventListener(touch, begin, { passive: true });
    return stop;
  }, [fetch]);
}
