'use client';

import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useRefresh, useRefreshing } from './refresh';

const firstPauseMs = 1_000;

/** Counts a piece that is behind, until what it gives back is called. */
const CountContext = createContext<() => () => void>(() => () => undefined);

/** Stands where something was drawn from a reading without this browser's last write. */
export function Behind() {
  const count = use(CountContext);
  useEffect(() => count(), [count]);
  return null;
}

/** Reads everything again while any piece of it is behind: the page, or a layout that stays when a link leads to another page. */
export function ReadAgainProvider({ children }: { children: ReactNode }) {
  const [pieces, setPieces] = useState(0);
  const count = useCallback(() => {
    setPieces((before) => before + 1);
    return () => setPieces((before) => before - 1);
  }, []);
  return (
    <CountContext value={count}>
      {children}
      {pieces > 0 && <ReadAgain />}
    </CountContext>
  );
}

/** Each pause is twice the one before: who is far behind is not helped by being asked. */
function ReadAgain() {
  const refresh = useRefresh();
  const refreshing = useRefreshing();
  const pauseMs = useRef(firstPauseMs);
  useEffect(() => {
    if (refreshing) return;
    const timer = setTimeout(refresh, pauseMs.current);
    pauseMs.current *= 2;
    return () => clearTimeout(timer);
  }, [refreshing, refresh]);
  return null;
}
