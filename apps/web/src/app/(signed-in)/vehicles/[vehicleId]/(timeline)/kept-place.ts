import type { VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect } from 'react';
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
 * Where one stood in a timeline before one went elsewhere, or asked for other entries of it, and has now come back through the
 * browser, or to the entries before. Undefined for whoever comes to it by a link, after a load of the document, and in a
 * browser that does not tell its history.
 * @param address of the timeline, without an open entry
 */
export function placeBefore(address: string): KeptPlace | undefined {
  return places.get(nameHere(address) ?? '');
}

/** Keeps what is shown for the way back. */
export function useKeptPlace(address: string, shown: Shown): void {
  // Where the window stands is not asked here: after a change of the page that would have it laid out at once.
  useEffect(() => keep(address, shown, placeBefore(address)?.scrollY ?? 0));
  useLayoutEffect(() => {
    // Told a frame after the window has moved: by then whoever goes elsewhere is there, and this is over.
    const onScroll = () => {
      const place = placeBefore(address);
      if (place) keep(address, place, window.scrollY);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [address]);
}

function keep(address: string, shown: Shown, scrollY: number): void {
  const name = nameHere(address);
  if (name === undefined) return;
  places.delete(name);
  places.set(name, { ...shown, scrollY });
  for (const oldest of [...places.keys()].slice(0, -mostPlaces)) places.delete(oldest);
}

/**
 * By the entry of the browser's history, and by the address too: the browser is there already while the timeline that one leaves
 * is still drawn. Undefined while the server renders, and in older browsers.
 */
function nameHere(address: string): string | undefined {
  const entry = typeof navigation === 'undefined' ? undefined : navigation.currentEntry;
  return entry ? `${entry.key} ${address}` : undefined;
}
