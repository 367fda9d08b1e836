import { useEffect, type RefObject } from 'react';
import { replayEarlyActions } from './replay-early-actions';

/**
 * Of a piece whose code comes after the page has come to life: its root says `data-asleep` until then. The framework lets go of
 * what is pressed there meanwhile, so that it is kept, and done now.
 */
export function useWaking(piece: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    piece.current?.removeAttribute('data-asleep');
    replayEarlyActions();
  }, [piece]);
}
