const pauseMs = 3_000;

/**
 * Asks for the page again until there is a connection. The router would give up at the first failure and load the
 * document anew, and with it would go what is being typed. All other requests fail as ever.
 */
export function patientFetch(fetch: typeof window.fetch, isRefreshing: () => boolean): typeof window.fetch {
  return async (input, init) => {
    for (;;) {
      try {
        return await fetch(input, init);
      } catch (error) {
        if (!isRefreshing() || !isForThisPage(input, init)) throw error;
        await connection();
      }
    }
  };
}

function isForThisPage(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  const headers = new Headers(init?.headers);
  if (!(input instanceof URL) || !headers.has('rsc') || headers.has('next-router-prefetch')) return false;
  return input.pathname === window.location.pathname;
}

/** The browser's word that it has a connection, or a while in which it may have come back unnoticed. */
function connection(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, pauseMs);
    window.addEventListener('online', () => resolve(), { once: true });
  });
}
