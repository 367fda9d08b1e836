'use client';

import { ChevronDown, ChevronLeft, ChevronUp, Ellipsis, Link2, Pencil, Trash2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { mayChange } from '@/format/may-change';
import { useViewer } from '@/format/viewer-context';
import { useQuickAdd } from '@/quick-add/quick-add-context';
import { useToast } from '@/toast/toast';
import { copyText } from '@/ui/copy-text';
import { ActionMenuButton } from '@/ui/action-menu-button';
import { RetractDialog } from './retract-dialog';
import type { EntrySelection } from './use-entry-selection';

interface PanelBarProps {
  readonly vehicle: Vehicle;
  readonly item: TimelineItem | undefined;
  readonly inThePast: boolean;
  readonly selection: EntrySelection;
}

/** Walk to the neighbours, correct, take out, copy the address, close. */
export function PanelBar({ vehicle, item, inThePast, selection }: PanelBarProps) {
  const t = useTranslations('entry');
  const quickAdd = useQuickAdd();
  const { owner } = useViewer();
  const backButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (backButton.current?.checkVisibility()) backButton.current.focus();
  }, []);
  const changeable =
    !inThePast &&
    item &&
    mayChange(vehicle, item, owner.personId) &&
    (item.status === 'effective' || item.status === 'corrected');

  return (
    <div className="panel__bar">
      <button
        ref={backButton}
        type="button"
        className="btn btn--quiet btn--icon phone"
        aria-label={t('back')}
        onClick={selection.close}
      >
        <ChevronLeft className="i i-lg" />
      </button>
      <button
        type="button"
        className="btn btn--quiet btn--icon desk"
        aria-label={t('later')}
        onClick={() => selection.step(-1)}
      >
        <ChevronUp className="i" />
      </button>
      <button
        type="button"
        className="btn btn--quiet btn--icon desk"
        aria-label={t('earlier')}
        onClick={() => selection.step(1)}
      >
        <ChevronDown className="i" />
      </button>
      <span className="sp" />
      {changeable && (
        <>
          <button type="button" className="btn" onClick={() => quickAdd.open({ correct: item })}>
            <Pencil className="i" />
            {t('correct')}
          </button>
          <MoreActions vehicle={vehicle} item={item} onRetracted={selection.close} />
        </>
      )}
      <button
        type="button"
        className="btn btn--quiet btn--icon desk"
        aria-label={t('close')}
        onClick={selection.close}
      >
        <X className="i" />
      </button>
    </div>
  );
}

function MoreActions(props: { vehicle: Vehicle; item: TimelineItem; onRetracted: () => void }) {
  const t = useTranslations('entry');
  const toast = useToast();
  const [retracting, setRetracting] = useState(false);

  async function copyAddress() {
    await copyText(window.location.href);
    toast({ words: t('addressCopied') });
  }

  return (
    <>
      <ActionMenuButton
        className="btn btn--quiet btn--icon"
        label={t('more')}
        actions={[
          { label: t('copyAddress'), icon: Link2, run: () => void copyAddress() },
          { label: t('retract'), icon: Trash2, run: () => setRetracting(true) },
        ]}
      >
        <Ellipsis className="i" />
      </ActionMenuButton>
      {retracting && <RetractDialog {...props} onClose={() => setRetracting(false)} />}
    </>
  );
}
