'use client';

import { lazy, Suspense } from 'react';
import type { Vehicle } from '@/api/schema.gen';
import { departureOf } from '@/format/departure';

const DepartedNotice = lazy(() => import('./departed-notice'));

/** What brings a vehicle back comes with those that have left alone. */
export function Departed({ vehicle }: { vehicle: Vehicle }) {
  return (
    departureOf(vehicle) && (
      <Suspense>
        <DepartedNotice vehicle={vehicle} />
      </Suspense>
    )
  );
}
