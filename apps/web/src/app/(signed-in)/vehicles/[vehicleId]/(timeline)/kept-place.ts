import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { LoadedEntries } from './loaded-entries';
import type { NearRows } from './near-rows';

/** What a timeline shows. */
interface Shown {
  readonly below: LoadedEntries;
  readonly near: NearRows;
  readonly heights: () => VirtualItem[];
  readonly unfolded: ReadonlySet<string>;
}

/** What a timeline showed, and where the window stood in it, in pixels. */
export interface KeptPlace extends Shown {
  readonly scrollY: number;
}

/** The one that was shown last at the end. */
const places = new Map<string, KeptPlace>();
const mostPlaces = 10;

/**
 * Where one stood in a timeline before one went elsewhere, or narrowed it, and has now come back through the browser, or to all
 * of its entries. Undefined for whoever comes to it by a link, after a load of the document, and in a
 * browser that does not tell its history.
 * @param address of the timeline, without an open entry
 */
export function placeBefore(address: string): KeptPlace | undefined {
  return places.get(nameHere(address) ?? '');
}

/**
 * Keeps what is shown for the way back.
 * @param isNarrowed a list that is narrowed anew in the same entry of the history begins with its first row
 */
export function useKeptPlace(address: string, isNarrowed: boolean, shown: Shown): void {
  const stood = useRef(0);
  useEffect(() => {
    stood.current = window.scrollY;
  }, []);
  // Where the window stands is not asked here: after a change of the page that would have it laid out at once.
  useEffect(() => keep(address, { ...shown, scrollY: placeBefore(address)?.scrollY ?? stood.current }));
  useEffect(() => () => void (isNarrowed && forget(address)), [address, isNarrowed]);
  useLayoutEffect(() => {
    // Told a frame after the window has moved: by then whoever goes elsewhere is there, and this is over.
    const onScroll = () => {
      const { scrollY } = window;
      stood.current = scrollY;
      const place = placeBefore(address);
      if (place) keep(address, { ...place, scrollY });
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [address]);
}

function keep(address: string, place: KeptPlace): void {
  const name = nameHere(address);
  if (name === undefined) return;
  places.delete(name);
  places.set(name, place);
  for (const oldest of [...places.keys()].slice(0, -mostPlaces)) places.delete(oldest);
}

/** Whoever goes elsewhere is in another entry of the history by then, where there is nothing to forget. */
function forget(address: string): void {
  places.delete(nameHere(address) ?? '');
}

/**
 * By the entry of the browser's history, and by the address too: the browser is there already while the timeline that one leaves
 * is still drawn. Undefined while the server renders, and in older browsers.
 */
function nameHere(address: string): string | undefined {
  const entry = typeof navigation === 'undefined' ? undefined : navigation.currentEntry;
  return entry ? `${entry.key} ${address}` : undefined;
}
