'use client';

import { useEffect, useRef } from 'react';
import { useRefresh, useRefreshing } from './refresh';

const firstPauseMs = 1_000;

/** While it stands on a page, the page is read again. Each pause is twice the one before: who is far behind is not helped by being asked. */
export function ReadAgain() {
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
