'use client';

import { useEffect } from 'react';

/** What can have the focus without being written into: keys go on meaning what they mean everywhere. */
const pressable = 'a[href], button:not(:disabled), summary';

/**
 * Whoever has no mouse goes on where they were. What had the focus may be switched off while it works: then it has it again
 * afterwards; or be taken away: then what stands nearest to where it was gets it. A browser would begin at the page's top.
 */
export function FocusKeeper() {
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    let last: Element | null = null;
    let around: readonly Element[] = [];
    const forget = () => (last = null);
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.matches(':focus-visible')) return forget();
      last = target;
      around = ancestorsOf(target);
    };
    const keep = () => {
      if (!last || document.activeElement !== document.body) return;
      const heir = last.isConnected ? last : heirAmong(around);
      if (heir instanceof HTMLElement && !heir.matches(':disabled')) heir.focus({ preventScroll: true });
    };
    // Of itself only something that is still there and switched on gives the focus away.
    const letGo = ({ target }: FocusEvent) =>
      setTimeout(() => {
        const gone = target === last && last?.isConnected && !last.matches(':disabled');
        if (gone && document.activeElement === document.body) forget();
      });
    document.addEventListener('focusin', remember, { signal });
    document.addEventListener('focusout', letGo, { signal });
    document.addEventListener('pointerdown', forget, { signal });
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    return () => {
      over.abort();
      observer.disconnect();
    };
  }, []);
  return null;
}

/** Nearest first, without the body. */
function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) found.push(at);
  return found;
}

function heirAmong(around: readonly Element[]): Element | null {
  const main = document.getElementById('main');
  const places = [...around.filter(({ isConnected }) => isConnected), ...(main ? [main] : [])];
  for (const place of places) {
    const found = [...place.querySelectorAll(pressable)].find((each) => each.checkVisibility());
    if (found) return found;
  }
  return null;
}
