'use client';

import { usePathname } from 'next/navigation';
import { createContext, lazy, Suspense, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';

const QuickAddSheet = lazy(() => import('./quick-add-sheet'));

export interface QuickAddRequest {
  readonly vehicleId?: string;
  readonly type?: string;
  /** The entry that a new one takes the place of. */
  readonly correct?: TimelineItem;
}

interface QuickAdd {
  readonly open: (request?: QuickAddRequest) => void;
  readonly isOpen: boolean;
}

const QuickAddContext = createContext<QuickAdd>({ open: () => undefined, isOpen: false });

/** The entry form, which any page can open; its code is fetched when it is first wanted. */
export const useQuickAdd = () => use(QuickAddContext);

export function QuickAddProvider({
  vehicles,
  children,
}: {
  vehicles: readonly Vehicle[];
  children: ReactNode;
}) {
  const [request, setRequest] = useState<QuickAddRequest>();
  const here = usePathname().match(/^\/vehicles\/([0-9a-f-]{36})/)?.[1];
  const canAdd = vehicles.length > 0;
  const open = useCallback((wanted: QuickAddRequest = {}) => canAdd && setRequest(wanted), [canAdd]);
  const context = useMemo(() => ({ open, isOpen: request !== undefined }), [open, request]);
  const vehicleId = request?.vehicleId ?? request?.correct?.vehicleId ?? here;
  const vehicle = vehicles.find(({ id }) => id === vehicleId) ?? vehicles[0];

  return (
    <QuickAddContext value={context}>
      {children}
      {request && vehicle && (
        <Suspense>
          <QuickAddSheet
            vehicles={vehicles}
            vehicle={vehicle}
            request={request}
            onVehicle={(id) => setRequest({ ...request, vehicleId: id })}
            onClose={() => setRequest(undefined)}
          />
        </Suspense>
      )}
    </QuickAddContext>
  );
}
