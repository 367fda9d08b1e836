'use client';

import { lazy, Suspense } from 'react';

const BringBackButton = lazy(() => import('./bring-back-button'));

export interface BringBackProps {
  readonly vehicleId: string;
  /** By which the vehicle left. */
  readonly eventId: string;
  readonly words: string;
}

/** What brings a vehicle back comes with those that have left alone; it has its place at once. */
export function BringBack(props: BringBackProps) {
  const itsPlace = (
    <button type="button" className="btn" disabled>
      {props.words}
    </button>
  );
  return (
    <Suspense fallback={itsPlace}>
      <BringBackButton {...props} />
    </Suspense>
  );
}
