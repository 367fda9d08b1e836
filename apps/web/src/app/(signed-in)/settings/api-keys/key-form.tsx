'use client';

import type { Scope } from '@odolog/access';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import type { CreatedApiKey } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { LabelLine } from '@/ui/label-line';
import { PlainField } from '@/ui/plain-field';
import { useAction } from '@/ui/use-action';
import { NewKey } from './new-key';

const lives = [30, 90, 365] as const;
const dayMs = 86_400_000;

/** Makes a key. Its secret is shown in place, this once. */
export function KeyForm({ scopes }: { scopes: readonly Scope[] }) {
  const t = useTranslations('apiKeys');
  const { busy, run } = useAction();
  const [made, setMade] = useState<CreatedApiKey>();
  const [chosen, setChosen] = useState<readonly Scope[]>(scopes.slice(0, 1));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const days = Number(data.get('days'));
    const body = {
      name: String(data.get('name')),
      scopes: [...chosen],
      expiresAt: days > 0 ? new Date(Date.now() + days * dayMs).toISOString() : null,
    };
    const done = await run(async () => setMade(await answer(browserApi.POST('/api/v1/api-keys', { body }))));
    if (done) form.reset();
  }

  const toggle = (scope: Scope) =>
    setChosen(scopes.filter((each) => (each === scope) !== chosen.includes(each)));

  return (
    <>
      <form onSubmit={(event) => void submit(event)}>
        <fieldset className="kinds">
          <legend>{t('scopes')}</legend>
          <div className="pick pick--wrap">
            {scopes.map((scope) => (
              <label key={scope} className="chip chip--check">
                <input
                  className="sr"
                  type="checkbox"
                  checked={chosen.includes(scope)}
                  onChange={() => toggle(scope)}
                />
                {t(`scope.${scope}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="invite invite--two">
          <PlainField name="name" id="keyName" label={t('name')} maxLength={120} autoComplete="off" />
          <div className="field">
            <LabelLine of="keyDays">{t('life')}</LabelLine>
            <span className="inp inp--words">
              <select id="keyDays" name="days" defaultValue={90}>
                {lives.map((days) => (
                  <option key={days} value={days}>
                    {t('days', { days })}
                  </option>
                ))}
                <option value={0}>{t('forever')}</option>
              </select>
            </span>
          </div>
          <button className="btn btn--go btn--tap" disabled={busy || chosen.length === 0}>
            {t('create')}
          </button>
        </div>
      </form>
      {made && <NewKey made={made} />}
    </>
  );
}
