/** Whether the server drew a piece of the page whose code is still on its way. */
export const somethingSleeps = (): boolean => document.querySelector('[data-asleep]') !== null;

/** Code that takes longer may never come. */
const longestSleepMs = 10_000;

/** Calls back once nothing sleeps any more: its code is there, or it is gone, or not to be waited for. @returns what gives up waiting */
export function whenAwake(goOn: () => void): () => void {
  const waiting = new AbortController();
  const wake = () => {
    waiting.abort();
    goOn();
  };
  const look = () => !somethingSleeps() && wake();
  const watch = new MutationObserver(look);
  const atLast = setTimeout(wake, longestSleepMs);
  waiting.signal.addEventListener('abort', () => {
    watch.disconnect();
    clearTimeout(atLast);
  });
  watch.observe(document, { subtree: true, childList: true, attributeFilter: ['data-asleep'] });
  // It may have woken since whoever waits has looked.
  look();
  return () => waiting.abort();
}
