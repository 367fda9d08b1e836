'use client';

import { lazy, Suspense } from 'react';
import { useRested } from '@/hydration/use-rested';

const LiveEntries = lazy(() => import('./live-entries'));

/** Begins to listen when the page has come to rest: what is first seen does not wait for it. */
export function LiveListener(props: { vehicleId: string; after: number }) {
  return (
    useRested() && (
      <Suspense>
        <LiveEntries {...props} />
      </Suspense>
    )
  );
}
