'use client';

import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import type { Preferences } from '@/api/schema.gen';
import { rememberLanguage } from '@/i18n/language-cookie';
import { browserApi, publicApi } from '@/session/browser-session';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';
import { vehicleNamed } from '../../(signed-in)/(garage)/vehicle-named';
import type { Named } from '../../(signed-in)/named-currencies';
import { SelectField, TextField } from '../../(signed-in)/vehicles/vehicle-inputs';

interface WelcomeFormProps {
  readonly name: string;
  readonly preferences: Preferences;
  readonly currencies: readonly Named[];
  readonly locales: readonly Named[];
}

interface Fields extends Omit<Preferences, 'theme'> {
  readonly name: string;
  readonly vehicle: string;
}

export function WelcomeForm({ name, preferences, currencies, locales }: WelcomeFormProps) {
  const t = useTranslations('welcome');
  const settings = useTranslations('settings.fields');
  const units = useTranslations('vehicleForm');
  const send = useCallback(
    async ({ name: given, vehicle, ...chosen }: Fields) => {
      if (given !== name) await answer(publicApi.POST('/api/auth/update-user', { body: { name: given } }));
      await answer(browserApi.PATCH('/api/v1/me/preferences', { body: chosen }));
      rememberLanguage(chosen.locale);
      const to = vehicle.trim() ? await park(vehicle, chosen) : '/';
      window.location.assign(to);
    },
    [name],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  const field = (of: keyof Preferences) => ({
    name: of,
    label: settings(of as 'locale'),
    value: preferences[of],
    fault: undefined,
  });
  return (
    <form className="account__fields" onSubmit={onSubmit}>
      <PlainField name="name" label={t('name')} defaultValue={name} autoComplete="name" maxLength={120} />
      <div className="account__pair">
        <SelectField
          {...field('distanceUnit')}
          options={(['km', 'mi'] as const).map((value) => ({ value, label: units(`unit.${value}`) }))}
        />
        <SelectField
          {...field('volumeUnit')}
          options={(['L', 'gal-us', 'gal-uk'] as const).map((value) => ({
            value,
            label: units(`unit.${value}`),
          }))}
        />
      </div>
      <SelectField {...field('currency')} options={currencies} />
      <SelectField {...field('locale')} options={locales} />
      <TextField {...field('timeZone')} required list={Intl.supportedValuesOf('timeZone')} />
      <PlainField
        name="vehicle"
        label={t('vehicle')}
        hint={t('vehicleHint')}
        autoComplete="off"
        maxLength={120}
        required={false}
      />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('start')}
      </button>
      <Link className="btn btn--quiet" href="/">
        {t('skip')}
      </Link>
    </form>
  );
}

/** One field is enough for a vehicle; it starts with what was chosen above it. */
async function park(text: string, chosen: Omit<Preferences, 'theme'>): Promise<string> {
  const { currency, distanceUnit, volumeUnit, timeZone } = chosen;
  const body = { ...(await vehicleNamed(text)), currency, distanceUnit, volumeUnit, timeZone };
  const { id } = await answer(browserApi.POST('/api/v1/vehicles', { body }));
  return `/vehicles/${id}`;
}
