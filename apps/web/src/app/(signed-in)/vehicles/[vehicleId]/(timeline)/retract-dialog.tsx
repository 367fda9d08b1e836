'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { useEntryWrites } from '@/quick-add/use-entry-writes';
import { useProblemWords } from '@/ui/use-problem-words';
import { factOf } from './entry-view';

interface RetractDialogProps {
  readonly vehicle: Vehicle;
  readonly item: TimelineItem;
  readonly onRetracted: () => void;
  readonly onClose: () => void;
}

/** Asks why an entry goes. Nothing is erased: it leaves the timeline and every sum, and its history says why. */
export function RetractDialog({ vehicle, item, onRetracted, onClose }: RetractDialogProps) {
  const t = useTranslations('retract');
  const { format } = useViewer();
  const problemWords = useProblemWords();
  const { retract } = useEntryWrites(vehicle.id);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    try {
      await retract(item, String(new FormData(event.currentTarget).get('reason')).trim());
      onClose();
      onRetracted();
    } catch (error) {
      setProblem(problemWords(error));
      setBusy(false);
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog">
          <Dialog.Title>{t('title', { fact: factOf(item, format) })}</Dialog.Title>
          <Dialog.Description className="muted">{t('words')}</Dialog.Description>
          <form onSubmit={(event) => void submit(event)}>
            <div className="field">
              <label htmlFor="reason">{t('reason')}</label>
              <span className="inp inp--words">
                <input
                  id="reason"
                  name="reason"
                  required
                  pattern=".*\S.*"
                  maxLength={500}
                  defaultValue={t('usualReason')}
                />
              </span>
            </div>
            <p role="alert" className="sm t-overdue">
              {problem}
            </p>
            <div className="dialog__ft">
              <button type="button" className="btn btn--tap" onClick={onClose}>
                {t('keep')}
              </button>
              <button className="btn btn--go btn--tap" disabled={busy}>
                {t('confirm')}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
