'use client';

import { useEffect } from 'react';
import { replayEarlyActions } from './replay-early-actions';

/** Marks the page as alive, once, and catches up on what was done before. Stands last, so that all else is ready. */
export function Hydrated() {
  useEffect(() => {
    replayEarlyActions();
    document.documentElement.dataset.alive = '';
  }, []);
  return null;
}
