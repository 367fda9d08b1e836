'use client';

import { useEffect } from 'react';
import { useRefresh, useRefreshing } from './refresh';

const pauseMs = 1_000;

/**
 * Reads a page again that was read before this browser's last write was worked in, until it has it: nobody else tells it, since
 * what it wrote itself is no news to it.
 */
export function CatchUp({ isBehind }: { isBehind: boolean }) {
  const refresh = useRefresh();
  const refreshing = useRefreshing();
  useEffect(() => {
    if (!isBehind || refreshing) return;
    const timer = setTimeout(refresh, pauseMs);
    return () => clearTimeout(timer);
  }, [isBehind, refreshing, refresh]);
  return null;
}
