import { startTransition, useEffect, useState } from 'react';

const signs = ['scroll', 'keydown', 'pointerdown'] as const;

/**
 * True when the page has come to rest, or is used before: then comes what was not needed to see it. What comes at another
 * time than the rest comes in tasks of its own: whoever presses a key between them is not kept waiting by both.
 */
export function useRested(restMs = 500): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    const rest = () => {
      over.abort();
      // A piece at a time: what comes then is not to hold up who begins to use the page.
      startTransition(() => setRested(true));
    };
    const timer = setTimeout(rest, restMs);
    for (const sign of signs) window.addEventListener(sign, rest, { signal: over.signal, passive: true });
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [restMs]);
  return rested;
}
