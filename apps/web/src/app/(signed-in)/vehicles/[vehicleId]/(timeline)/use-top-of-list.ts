import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { toolsTop } from './tools-bottom';

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
    const { firstElementChild: tools, offsetTop: top } = page.current!;
    const start = top - toolsTop(tools!);
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
