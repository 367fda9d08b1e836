'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import type { TimelineItem } from '@/api/schema.gen';
import { FormDialog } from '@/ui/form-dialog';
import type { WaitingEntry } from '@/waiting/waiting-entry';
import type { Typed } from './another-vehicle';
import { EntryForm } from './entry-form';
import type { EntryFormHandle } from './entry-form-props';
import { nothingTyped } from './form-start';
import type { FormValues } from './form-values';
import { GoneVehicle } from './gone-vehicle';
import type { LoggableVehicle } from './loggable-vehicle';
import type { QuickAddRequest } from './quick-add-context';
import { SheetHead } from './sheet-head';
import { saysMore } from './typed-data';

interface QuickAddSheetProps {
  readonly vehicles: readonly LoggableVehicle[];
  readonly vehicle: LoggableVehicle;
  readonly request: QuickAddRequest;
  readonly onVehicle: (id: string) => void;
  readonly onClose: () => void;
}

/** What is put aside while what is in its way is said first: a neighbour corrected, or the odometer replaced. */
type Aside = { readonly typed: Typed } & (
  { readonly neighbour: TimelineItem } | { readonly replacement: FormValues }
);

/** The entry form: a sheet from below on the phone, a dialog on the desktop. */
export default function QuickAddSheet({
  vehicles,
  vehicle,
  request,
  onVehicle,
  onClose,
}: QuickAddSheetProps) {
  const [aside, setAside] = useState<Aside>();
  const [kept, setKept] = useState<Typed>();
  const [moved, setMoved] = useState<Typed>();
  const form = useRef<EntryFormHandle>(null);
  // Known in the same moment: a press may follow the last key at once.
  const isTyped = useRef(request.waiting?.unkept === true || saysMore(request.others));
  const [isLeaving, setLeaving] = useState(false);
  const [before] = useState(() => document.activeElement);
  const replacement = aside && 'replacement' in aside ? aside.replacement : undefined;
  const neighbour = aside && 'neighbour' in aside ? aside.neighbour : undefined;
  const isGone = request.waiting !== undefined && !request.vehicleId && !isAmong(vehicles, request.waiting);
  const corrected = request.correct ?? request.waiting?.corrects?.item;
  const correcting = replacement || isGone ? undefined : (neighbour ?? corrected);
  const waiting = waitingFor(request, kept ? undefined : vehicle.id);

  function onSaved() {
    if (!aside) return onClose();
    setKept(aside.typed);
    setAside(undefined);
  }

  const onTyped = useCallback(() => {
    isTyped.current = true;
  }, []);
  function toVehicle(id: string) {
    // There is no form yet where another vehicle was chosen a moment before.
    const typed = form.current?.typed() ?? kept;
    if (typed) setMoved(typed);
    setKept(undefined);
    onVehicle(id);
  }
  /** The panel of an entry has the focus itself: the dialog would give it to the first button inside. */
  function giveBack() {
    if (!(before instanceof HTMLElement) || !before.isConnected || !before.matches('[tabindex="-1"]'))
      return true;
    setTimeout(() => before.focus({ preventScroll: true }));
    return false;
  }
  function leave() {
    if (isTyped.current || aside) setLeaving(true);
    else onClose();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Viewport className="scrim">
          <Dialog.Popup className="sheet" finalFocus={giveBack}>
            <SheetHead
              vehicles={aside ? [vehicle] : vehicles}
              vehicle={vehicle}
              correcting={correcting}
              onVehicle={toVehicle}
            />
            {isGone ? (
              <GoneVehicle
                entry={request.waiting!}
                vehicles={vehicles}
                onVehicle={onVehicle}
                onDiscarded={onClose}
              />
            ) : (
              <EntryForm
                key={`${vehicle.id} ${correcting?.id} ${replacement?.type} ${request.waiting?.id}`}
                vehicle={vehicle}
                type={request.type}
                correct={correcting}
                waiting={aside ? undefined : waiting}
                others={request.others}
                awaited={aside !== undefined}
                kept={aside ? replacement && nothingTyped(replacement) : kept}
                moved={aside ? undefined : moved}
                ref={form}
                onTyped={onTyped}
                onSaved={onSaved}
                onCorrectNeighbour={(inTheWay, typed) => setAside({ neighbour: inTheWay, typed })}
                onReplaced={(first, typed) => setAside({ replacement: first, typed })}
              />
            )}
          </Dialog.Popup>
        </Dialog.Viewport>
        {isLeaving && <LeaveQuestion onLeave={onClose} onStay={() => setLeaving(false)} />}
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** A press beside the form, or on a key, must not cost what was typed. */
function LeaveQuestion({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const t = useTranslations('quickAdd');
  return (
    <FormDialog
      title={t('leaveTitle')}
      words={t('leaveWords')}
      labels={{ confirm: t('leave'), cancel: t('stay') }}
      onSubmit={async () => onLeave()}
      onClose={onStay}
    />
  );
}

const isAmong = (vehicles: readonly LoggableVehicle[], { vehicleId }: WaitingEntry) =>
  vehicles.some(({ id }) => id === vehicleId);

/** What the server had against an entry may hold no more for another vehicle, or once something else was said first. */
function waitingFor({ waiting }: QuickAddRequest, vehicleId: string | undefined): WaitingEntry | undefined {
  return waiting && waiting.vehicleId !== vehicleId ? { ...waiting, problem: null } : waiting;
}
