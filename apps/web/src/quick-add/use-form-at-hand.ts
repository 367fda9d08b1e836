import { useEffect } from 'react';

/** A page that nobody has touched for this long is one that is being read: its main thread is free. */
const untouchedMs = 20_000;
const touches = ['pointermove', 'pointerdown', 'keydown'] as const;

/**
 * Has the code of the entry form come before it is opened, so that it opens at once: with the first touch of the page, or move of a
 * mouse, or when it lies untouched. Not while the page is coming to life, when a phone has no time for it.
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
      clearTimeout(timer);
      for (const touch of touches) window.removeEventListener(touch, begin);
    };
    const timer = setTimeout(begin, untouchedMs);
    for (const touch of touches) window.addEventListener(touch, begin, { passive: true });
    return stop;
  }, [fetch]);
}
