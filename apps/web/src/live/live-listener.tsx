'use client';

import { lazy, Suspense } from 'react';
import { useRested } from '@/hydration/use-rested';

const LiveEntries = lazy(() => import('./live-entries'));

/** After the list, which is touched first. */
const restMs = 1000;

/** Begins to listen when the page has come to rest: what is first seen does not wait for it. */
export function LiveListener(props: { vehicleId: string; after: number; shown: number }) {
  return (
    useRested(restMs) && (
      <Suspense>
        <LiveEntries {...props} />
      </Suspense>
    )
  );
}
