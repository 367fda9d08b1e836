import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import type { VehicleSummary } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';

/** What is due next on a vehicle; nothing while it is not known, as without a connection. */
export function useNextDue(vehicleId: string): VehicleSummary['nextDue'] {
  const [next, setNext] = useState<VehicleSummary['nextDue']>(null);
  useEffect(() => {
    let wanted = true;
    answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/summary', { params: { path: { vehicleId } } }))
      .then(({ nextDue }) => wanted && setNext(nextDue))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [vehicleId]);
  return next;
}
