'use client';

import { useEffect, useRef } from 'react';
import { useRefresh, useRefreshing } from './refresh';

const firstPauseMs = 1_000;

/**
 * Reads a page again that was read before this browser's last write was worked in, until it has it: nobody else tells it, since
 * what it wrote itself is no news to it. Each pause is twice the one before: who is far behind is not helped by being asked.
 */
export function CatchUp({ isBehind }: { isBehind: boolean }) {
  const refresh = useRefresh();
  const refreshing = useRefreshing();
  const pauseMs = useRef(firstPauseMs);
  useEffect(() => {
    if (!isBehind) pauseMs.current = firstPauseMs;
    if (!isBehind || refreshing) return;
    const timer = setTimeout(refresh, pauseMs.current);
    pauseMs.current *= 2;
    return () => clearTimeout(timer);
  }, [isBehind, refreshing, refresh]);
  return null;
}
