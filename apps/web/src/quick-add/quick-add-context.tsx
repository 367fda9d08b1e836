'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import {
  createContext,
  lazy,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { changeAddress, useOwnSearch } from '@/address/own-search';
import type { TimelineItem } from '@/api/schema.gen';
import { useKnownVehicles } from '@/known-vehicles/known-vehicles';
import { isPast } from '@/time-travel/point-of-view';
import { usePointOfView } from '@/time-travel/use-point-of-view';
import { useToast } from '@/toast/toast';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import type { Typed } from './another-vehicle';
import { useFormAtHand } from './use-form-at-hand';

const fetchSheet = () => import('./quick-add-sheet');
const QuickAddSheet = lazy(fetchSheet);

export interface QuickAddRequest {
  readonly vehicleId?: string;
  readonly type?: string;
  /** The entry that a new one takes the place of. */
  readonly correct?: TimelineItem;
  /** An entry that was made here and not sent, to be changed or taken out. */
  readonly waiting?: WaitingEntry;
  /** What was typed of other types before that was refused. */
  readonly others?: Typed['others'];
}

interface QuickAdd {
  readonly open: (request?: QuickAddRequest) => void;
  /** Opens it unless something is being entered. */
  readonly offer: (request: QuickAddRequest) => void;
  readonly isOpen: boolean;
}

const QuickAddContext = createContext<QuickAdd>({
  open: () => undefined,
  offer: () => undefined,
  isOpen: false,
});

/** The entry form, which any page can open; its code is fetched when it is first wanted. */
export const useQuickAdd = () => use(QuickAddContext);

export function QuickAddProvider({ children }: { children: ReactNode }) {
  const { vehicles: known, settled, ask } = useKnownVehicles();
  const vehicles = useMemo(() => known.filter(({ mayRecord }) => mayRecord), [known]);
  const [request, setRequest] = useState<QuickAddRequest>();
  const path = usePathname();
  const here = path.match(/^\/vehicles\/([0-9a-f-]{36})/)?.[1];
  const vehicleId = request?.vehicleId ?? request?.correct?.vehicleId ?? request?.waiting?.vehicleId ?? here;
  const offered = vehicles.filter(({ id, former }) => !former || id === vehicleId);
  const canAdd = offered.length > 0;
  // The app's own entry on a home screen leads to the form.
  const wantedType = useOwnSearch().get('add');
  useEffect(() => {
    if (!wantedType || !canAdd) return;
    changeAddress(path);
    setRequest({ type: wantedType });
  }, [path, wantedType, canAdd]);
  const looksBack = isPast(usePointOfView(vehicles.find(({ id }) => id === here)?.timeZone ?? 'UTC'));
  const t = useTranslations('timeTravel');
  const toast = useToast();
  const open = useCallback(
    (wanted: QuickAddRequest = {}) => {
      if (looksBack) toast({ words: t('noEntries') });
      else if (canAdd) setRequest(wanted);
    },
    [canAdd, looksBack, toast, t],
  );
  const offer = useCallback(
    (wanted: QuickAddRequest) => canAdd && setRequest((current) => current ?? wanted),
    [canAdd],
  );
  const isOpen = request !== undefined;
  useFormAtHand(fetchSheet);
  useEffect(() => {
    if (isOpen) ask();
  }, [isOpen, ask]);
  const context = useMemo(() => ({ open, offer, isOpen }), [open, offer, isOpen]);
  // A vehicle that is still to come is waited for: what is entered must not land on another.
  const standIn = settled || !vehicleId ? offered[0] : undefined;
  const vehicle = offered.find(({ id }) => id === vehicleId) ?? standIn;

  return (
    <QuickAddContext value={context}>
      {children}
      {request && vehicle && (
        <Suspense fallback={<div className="veil" />}>
          <QuickAddSheet
            vehicles={offered}
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
