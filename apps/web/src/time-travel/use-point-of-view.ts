import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { pointOfViewIn, type PointOfView } from './point-of-view';

/** From when a page of a vehicle looks at it, as its address says. @param timeZone the vehicle's */
export function usePointOfView(timeZone: string): PointOfView {
  const address = useSearchParams();
  return useMemo(() => pointOfViewIn(Object.fromEntries(address), timeZone), [address, timeZone]);
}
