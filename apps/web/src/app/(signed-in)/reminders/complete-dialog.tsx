'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { DistanceUnit } from '@odolog/units';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { ReminderCompletion } from '@/api/schema.gen';
import { LabelLine } from '@/ui/label-line';
import { useProblemWords } from '@/ui/use-problem-words';

interface CompleteDialogProps {
  readonly title: string;
  readonly today: string;
  readonly unit: DistanceUnit;
  readonly currency: string;
  readonly onComplete: (body: ReminderCompletion) => Promise<void>;
  readonly onClose: () => void;
}

/** What a service log needs to know, and no more: the rest can be added to the entry later. */
export function CompleteDialog({ title, today, unit, currency, onComplete, onClose }: CompleteDialogProps) {
  const t = useTranslations('reminders');
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    try {
      await onComplete(bodyOf(new FormData(event.currentTarget), { unit, currency }));
      onClose();
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
          <Dialog.Title>{t('completeTitle', { title })}</Dialog.Title>
          <Dialog.Description className="muted">{t('completeWords')}</Dialog.Description>
          <form onSubmit={(event) => void submit(event)}>
            <div className="fgrid">
              <div className="field">
                <LabelLine of="done-date">{t('date')}</LabelLine>
                <span className="inp">
                  <input id="done-date" name="date" type="date" required defaultValue={today} max={today} />
                </span>
              </div>
              <div className="field">
                <LabelLine of="done-odometer" hint={t('optional')}>
                  {t('odometer')}
                </LabelLine>
                <span className="inp">
                  <input
                    id="done-odometer"
                    name="odometer"
                    type="number"
                    min="1"
                    step="any"
                    inputMode="decimal"
                  />
                  <span className="muted">{unit}</span>
                </span>
              </div>
              <div className="field">
                <LabelLine of="done-total" hint={t('optional')}>
                  {t('total')}
                </LabelLine>
                <span className="inp">
                  <input id="done-total" name="total" type="number" min="0" step="0.01" inputMode="decimal" />
                  <span className="muted">{currency}</span>
                </span>
              </div>
              <div className="field">
                <LabelLine of="done-workshop" hint={t('optional')}>
                  {t('workshop')}
                </LabelLine>
                <span className="inp inp--words">
                  <input id="done-workshop" name="workshop" maxLength={200} autoComplete="off" />
                </span>
              </div>
            </div>
            <p role="alert" className="sm t-overdue">
              {problem}
            </p>
            <div className="dialog__ft">
              <button type="button" className="btn btn--tap" onClick={onClose}>
                {t('cancel')}
              </button>
              <button className="btn btn--go btn--tap" disabled={busy}>
                {t('logService')}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function bodyOf(
  form: FormData,
  { unit, currency }: { readonly unit: DistanceUnit; readonly currency: string },
): ReminderCompletion {
  const { date, odometer, total, workshop } = Object.fromEntries(form) as Record<string, string>;
  return {
    ...(date && { date }),
    ...(odometer && { odometer: { value: Number(odometer), unit } }),
    ...(total && { total: { amount: total, currency } }),
    ...(workshop?.trim() && { workshop: workshop.trim() }),
  };
}
