import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { toolsEdges } from './tools-edges';

/**
 * Whoever asks for other entries far down the list reads them from the first one on, not from where the window happens to
 * stand among them. The way back through the browser keeps its place.
 * @param asked which entries are shown
 */
export function useTopOfList(asked: string, page: RefObject<HTMLElement | null>): void {
  const shown = useRef(asked);
  const wentBackTo = useRef<string>(undefined);
  useEffect(() => {
    const onBack = () => (wentBackTo.current = addressWithoutEntry());
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  useLayoutEffect(() => {
    if (shown.current === asked) return;
    shown.current = asked;
    const wentBack = wentBackTo.current === addressWithoutEntry();
    wentBackTo.current = undefined;
    const main = page.current!;
    const start = main.offsetTop - toolsEdges(main).top;
    if (wentBack || window.scrollY <= start) return;
    window.scrollTo(0, start);
    // The list hears of it before it is painted: a frame later there would be one without rows.
    window.dispatchEvent(new Event('scroll'));
  });
}

function addressWithoutEntry(): string {
  const address = new URL(window.location.href);
  address.searchParams.delete('event');
  return address.href;
}
