'use client';

import type { DistanceUnit } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { ReminderCompletion } from '@/api/schema.gen';
import { FormDialog } from '@/ui/form-dialog';
import { DayField } from '@/ui/day-field';
import { LabelLine } from '@/ui/label-line';
import { UnitField } from '@/ui/unit-field';

interface CompleteDialogProps {
  readonly title: string;
  readonly today: string;
  readonly unit: DistanceUnit;
  readonly currency: string;
  /** It is due by the hours meter: then what that shows is asked for. */
  readonly byHours: boolean;
  readonly onComplete: (body: ReminderCompletion) => Promise<void>;
  readonly onClose: () => void;
}

/** What a service log needs to know, and no more: the rest can be added to the entry later. */
export function CompleteDialog({
  title,
  today,
  unit,
  currency,
  byHours,
  onComplete,
  onClose,
}: CompleteDialogProps) {
  const t = useTranslations('reminders');

  return (
    <FormDialog
      title={t('completeTitle', { title })}
      words={t('completeWords')}
      labels={{ confirm: t('logService'), cancel: t('cancel') }}
      onSubmit={(form) => onComplete(bodyOf(form, { unit, currency }))}
      onClose={onClose}
    >
      <div className="fgrid">
        <DayField name="date" id="done-date" label={t('date')} required defaultValue={today} max={today} />
        <UnitField
          id="done-odometer"
          label={t('odometer')}
          hint={t('optional')}
          unit={unit}
          name="odometer"
          type="number"
          min="1"
          step="any"
          inputMode="decimal"
        />
        {byHours && (
          <UnitField
            id="done-hours"
            label={t('hours')}
            hint={t('optional')}
            unit={t('hoursUnit')}
            name="hours"
            type="number"
            min="0"
            step="any"
            inputMode="decimal"
          />
        )}
        <UnitField
          id="done-total"
          label={t('total')}
          hint={t('optional')}
          unit={currency}
          name="total"
          type="number"
          min="0"
          step="0.01"
          inputMode="decimal"
        />
        <div className="field">
          <LabelLine of="done-workshop" hint={t('optional')}>
            {t('workshop')}
          </LabelLine>
          <span className="inp inp--words">
            <input id="done-workshop" name="workshop" maxLength={200} autoComplete="off" />
          </span>
        </div>
      </div>
    </FormDialog>
  );
}

function bodyOf(
  form: FormData,
  { unit, currency }: { readonly unit: DistanceUnit; readonly currency: string },
): ReminderCompletion {
  const { date, odometer, hours, total, workshop } = Object.fromEntries(form) as Record<string, string>;
  return {
    ...(date && { date }),
    ...(odometer && { odometer: { value: Number(odometer), unit } }),
    ...(hours && { hours: Number(hours) }),
    ...(total && { total: { amount: total, currency } }),
    ...(workshop?.trim() && { workshop: workshop.trim() }),
  };
}
