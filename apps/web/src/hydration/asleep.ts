/** Whether the server drew a piece of the page whose code is still on its way. */
export const somethingSleeps = (): boolean => document.querySelector('[data-asleep]') !== null;

/** Calls back once nothing sleeps any more: its code is there, or it is gone. @returns what gives up waiting */
export function whenAwake(goOn: () => void): () => void {
  const watch = new MutationObserver(() => {
    if (somethingSleeps()) return;
    watch.disconnect();
    goOn();
  });
  watch.observe(document, { subtree: true, childList: true, attributeFilter: ['data-asleep'] });
  return () => watch.disconnect();
}
