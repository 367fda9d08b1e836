'use client';

import { lazy, Suspense, useEffect, useState } from 'react';

const LiveEntries = lazy(() => import('./live-entries'));

/** Begins to listen when the page has come to rest: what is first seen does not wait for it. */
export function LiveListener(props: { vehicleId: string; after: number }) {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), 500);
    return () => clearTimeout(timer);
  }, []);
  return (
    rested && (
      <Suspense>
        <LiveEntries {...props} />
      </Suspense>
    )
  );
}
