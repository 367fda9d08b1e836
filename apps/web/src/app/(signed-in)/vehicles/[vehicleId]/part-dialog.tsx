'use client';

import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { dayIn } from '@/format/today';
import type { Draft } from '@/quick-add/draft';
import { useEntryWrites } from '@/quick-add/use-entry-writes';
import { DayField } from '@/ui/day-field';
import { FormDialog } from '@/ui/form-dialog';
import { LabelLine } from '@/ui/label-line';
import { UnitField } from '@/ui/unit-field';

export type Parting = 'sold' | 'archived';

interface PartDialogProps {
  readonly vehicle: Vehicle;
  readonly parting: Parting;
  readonly onClose: () => void;
}

/** A vehicle leaves the garage: sold, with what the buyer paid, or laid up. It can be taken back for as long as it stands. */
export default function PartDialog({ vehicle, parting, onClose }: PartDialogProps) {
  const t = useTranslations('parting');
  const { record } = useEntryWrites(vehicle.id);

  const today = dayIn(vehicle.timeZone);
  return (
    <FormDialog
      title={t(`title.${parting}`, { vehicle: vehicle.nickname })}
      words={t(`words.${parting}`)}
      labels={{ confirm: t(`confirm.${parting}`), cancel: t('cancel') }}
      onSubmit={(form) => record(draftOf(parting, form, vehicle))}
      onClose={onClose}
    >
      <div className="fgrid">
        <DayField name="date" label={t('date')} required defaultValue={today} max={today} />
        <UnitField
          id="odometer"
          label={t('odometer')}
          hint={t('optional')}
          unit={vehicle.distanceUnit}
          name="odometer"
          type="number"
          min="1"
          step="any"
          inputMode="decimal"
        />
        {parting === 'sold' ? (
          <>
            <UnitField
              id="total"
              label={t('price')}
              hint={t('optional')}
              unit={vehicle.currency}
              name="total"
              type="number"
              min="0"
              step="0.01"
              inputMode="decimal"
            />
            <Field name="to" label={t('buyer')} hint={t('optional')}>
              <input id="to" name="to" maxLength={200} autoComplete="off" />
            </Field>
          </>
        ) : (
          <Field name="reason" label={t('reason')} hint={t('optional')}>
            <input id="reason" name="reason" maxLength={500} autoComplete="off" />
          </Field>
        )}
      </div>
    </FormDialog>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly children: React.ReactNode;
}

function Field({ name, label, hint, children }: FieldProps) {
  return (
    <div className="field">
      <LabelLine of={name} hint={hint}>
        {label}
      </LabelLine>
      <span className="inp">{children}</span>
    </div>
  );
}

function draftOf(type: Parting, form: FormData, { distanceUnit, currency }: Vehicle): Draft {
  const said = (name: string) => String(form.get(name) ?? '').trim();
  const [odometer, amount] = [said('odometer'), said('total')];
  return {
    type,
    date: said('date'),
    ...(odometer && { odometer: { value: Number(odometer), unit: distanceUnit } }),
    data: {
      ...(amount && { total: { amount, currency } }),
      ...(said('to') && { to: said('to') }),
      ...(said('reason') && { reason: said('reason') }),
    },
  };
}
