import { useLayoutEffect, useRef, type RefObject } from 'react';
import { placeBefore } from './kept-place';
import { toolsEdges } from './tools-edges';

/**
 * Whoever asks for other entries far down the list reads them from the first one on, not from where the window happens to
 * stand among them. Whoever comes back to a list goes on where one was: the browser tries to before the list is there.
 * @param asked which entries are shown
 */
export function usePlaceInList(asked: string, page: RefObject<HTMLElement | null>): void {
  const shown = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (shown.current === asked) return;
    const comesAnew = shown.current === undefined;
    shown.current = asked;
    const place = placeBefore(asked)?.scrollY ?? (comesAnew ? undefined : startOf(page.current!));
    if (place === undefined) return;
    window.scrollTo(0, place);
    // The list hears of it before it is painted: a frame later there would be one without rows.
    window.dispatchEvent(new Event('scroll'));
  }, [asked, page]);
}

/** Undefined where the window stands above it. */
function startOf(page: HTMLElement): number | undefined {
  const start = page.offsetTop - toolsEdges(page).top;
  return window.scrollY > start ? start : undefined;
}
