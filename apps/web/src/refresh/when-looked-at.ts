/** Calls back whenever somebody turns to this window, or away from it. @returns what ends that */
export function whenLookedAt(look: () => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  window.addEventListener('focus', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });
  return () => over.abort();
}
