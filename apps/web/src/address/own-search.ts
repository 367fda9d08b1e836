import { useSearchParams } from 'next/navigation';
import { useEffect, useLayoutEffect, useState } from 'react';

const listeners = new Set<() => void>();

/**
 * Changes the search of the address in the browser alone, for what needs no answer: which entry is open, how a table is
 * sorted. The router must not hear of it. It would show the change only when whatever it waits for is there; and what it
 * fetches next would not be the page that it has, so it would ask twice and in the end load the document anew. State that
 * is its own it lets pass.
 */
export function changeAddress(address: URL | string, asNewPage = false): void {
  const { history } = window;
  if (asNewPage) history.pushState(history.state, '', address);
  else history.replaceState(history.state, '', address);
  for (const hear of listeners) hear();
}

/** The search of the address, ahead of the router's by what {@link changeAddress} changed since it last went somewhere. */
export function useOwnSearch(): URLSearchParams {
  const routed = useSearchParams().toString();
  const [{ own, since }, set] = useState({ own: routed, since: routed });
  const current = since === routed ? own : routed;
  if (since !== routed) set({ own: routed, since: routed });

  useEffect(() => {
    const hear = () => set(({ since: before }) => ({ own: shownSearch(), since: before }));
    listeners.add(hear);
    window.addEventListener('popstate', hear);
    return () => {
      listeners.delete(hear);
      window.removeEventListener('popstate', hear);
    };
  }, []);
  // With each answer the router writes the address that it knows.
  useLayoutEffect(() => {
    if (shownSearch() !== current) {
      window.history.replaceState(
        window.history.state,
        '',
        current ? `?${current}` : window.location.pathname,
      );
    }
  });
  return new URLSearchParams(current);
}

const shownSearch = () => new URLSearchParams(window.location.search).toString();
