'use client';

import { useTranslations } from 'next-intl';
import type { TimelineItem, Vehicle } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { useEntryWrites } from '@/quick-add/use-entry-writes';
import { describedBy } from '@/ui/described-by';
import { FormDialog } from '@/ui/form-dialog';
import { useOwnFault } from '@/ui/use-own-fault';
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
  const { retract } = useEntryWrites(vehicle.id);
  const { fault, onInvalid, forget } = useOwnFault();

  async function takeOut(form: FormData) {
    await retract(item, String(form.get('reason')).trim());
    onRetracted();
  }

  return (
    <FormDialog
      title={t('title', { fact: factOf(item, format) })}
      words={t('words')}
      labels={{ confirm: t('confirm'), cancel: t('keep') }}
      onSubmit={takeOut}
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor="reason">{t('reason')}</label>
        <span className={fault ? 'inp inp--words inp--bad' : 'inp inp--words'}>
          <input
            id="reason"
            name="reason"
            required
            pattern=".*\S.*"
            maxLength={500}
            defaultValue={t('usualReason')}
            aria-describedby={describedBy('reason', { fault })}
            aria-invalid={fault !== undefined}
            onInvalid={onInvalid}
            onInput={forget}
          />
        </span>
        {fault && (
          <p id="reason-fault" className="fault">
            {fault}
          </p>
        )}
      </div>
    </FormDialog>
  );
}
