'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { PreferenceChanges, Preferences } from '@/api/schema.gen';
import { rememberLanguage } from '@/i18n/language-cookie';
import { useFaultWords } from '@/quick-add/use-fault-words';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { useProblemWords } from '@/ui/use-problem-words';
import type { Named } from '../named-currencies';
import { SelectField, TextField } from '../vehicles/vehicle-inputs';

interface PreferencesFormProps {
  readonly preferences: Preferences;
  readonly currencies: readonly Named[];
  readonly locales: readonly Named[];
}

/** How a person reads numbers. What is stored stays as it was typed. */
export function PreferencesForm({ preferences, currencies, locales }: PreferencesFormProps) {
  const t = useTranslations('settings');
  const units = useTranslations('vehicleForm');
  const refresh = useRefresh();
  const toast = useToast();
  const problemWords = useProblemWords();
  const faultWords = useFaultWords();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    setFaults({});
    try {
      const body = Object.fromEntries(new FormData(event.currentTarget)) as PreferenceChanges;
      await answer(browserApi.PATCH('/api/v1/me/preferences', { body }));
      if (body.locale) rememberLanguage(body.locale);
      toast({ words: t('saved') });
      refresh();
    } catch (error) {
      const found = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
      setFaults(Object.fromEntries(found.map((fault) => [fault.pointer.slice(1), faultWords(fault)])));
      toast({ words: problemWords(error) });
    }
    setBusy(false);
  }

  const field = (name: keyof Preferences) => ({
    name,
    label: t(`fields.${name as 'locale'}`),
    value: preferences[name],
    fault: faults[name],
  });
  return (
    <form className="vform" onSubmit={(event) => void submit(event)}>
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
      <SelectField {...field('currency')} options={currencies} />
      <TextField {...field('timeZone')} required list={Intl.supportedValuesOf('timeZone')} />
      <SelectField {...field('locale')} wide options={locales} />
      <div className="vform__ft">
        <button className="btn btn--go btn--tap" disabled={busy}>
          {t('save')}
        </button>
      </div>
    </form>
  );
}
