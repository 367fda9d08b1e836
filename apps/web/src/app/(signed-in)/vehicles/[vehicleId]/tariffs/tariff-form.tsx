'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent, type ReactNode } from 'react';
import { answer } from '@/api/client';
import type { Vehicle } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { browserApi } from '@/session/browser-session';
import { LabelLine } from '@/ui/label-line';
import { DayField } from '@/ui/day-field';
import { PlainField } from '@/ui/plain-field';
import { useAction } from '@/ui/use-action';
import { newTariffFrom } from './new-tariff';
import { PeriodFields } from './period-fields';

const chargers = ['home', 'destination', 'third_party', 'supercharger', 'other'] as const;

/** A price from a day on, and as many other prices as there are hours for. */
export function TariffForm({ vehicle, today }: { vehicle: Vehicle; today: string }) {
  const t = useTranslations('tariffs');
  const codes = useTranslations('codes');
  const { format } = useViewer();
  const { busy, run } = useAction();
  const [periods, setPeriods] = useState<readonly number[]>([]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = newTariffFrom(new FormData(form), format.locale);
    const params = { path: { vehicleId: vehicle.id } };
    const make = () => answer(browserApi.POST('/api/v1/vehicles/{vehicleId}/tariffs', { params, body }));
    void run(make, t('added')).then((well) => {
      if (!well) return;
      form.reset();
      setPeriods([]);
    });
  };
  return (
    <section className="sec">
      <h2>{t('new')}</h2>
      <form className="vform" onSubmit={send}>
        <PlainField name="name" label={t('name')} defaultValue={t('nameExample')} maxLength={100} />
        <ChoiceOf name="charger" label={t('charger')}>
          {chargers.map((charger) => (
            <option key={charger} value={charger}>
              {codes(charger)}
            </option>
          ))}
        </ChoiceOf>
        <PlainField name="unitPrice" label={t('unitPrice')} inputMode="decimal" />
        <PlainField
          name="currency"
          label={t('currency')}
          defaultValue={vehicle.currency}
          minLength={3}
          maxLength={3}
        />
        <DayField name="validFrom" label={t('validFrom')} required defaultValue={today} box="inp--words" />
        <PlainField name="place" label={t('place')} hint={t('placeHint')} required={false} maxLength={100} />
        {periods.map((number) => (
          <PeriodFields
            key={number}
            number={number}
            onRemove={() => setPeriods(periods.filter((other) => other !== number))}
          />
        ))}
        <div className="vform__ft sec__acts">
          <button
            type="button"
            className="btn btn--tap"
            onClick={() => setPeriods([...periods, (periods.at(-1) ?? -1) + 1])}
          >
            {t('addPeriod')}
          </button>
          <button type="submit" className="btn btn--go btn--tap" disabled={busy}>
            {t('save')}
          </button>
        </div>
        <p className="hint vform__ft">{t('zone', { zone: vehicle.timeZone })}</p>
      </form>
    </section>
  );
}

function ChoiceOf({ name, label, children }: { name: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <LabelLine of={name}>{label}</LabelLine>
      <span className="inp inp--words">
        <select id={name} name={name}>
          {children}
        </select>
      </span>
    </div>
  );
}
