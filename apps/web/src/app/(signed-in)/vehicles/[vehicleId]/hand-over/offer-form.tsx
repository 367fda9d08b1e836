'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import type { SentTransfer } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { PlainField } from '@/ui/plain-field';
import { SentLink } from '@/ui/sent-link';
import { useAction } from '@/ui/use-action';

const contents = ['costs', 'notes', 'documents'] as const;

/** To whom it goes, and what goes along besides the history of the vehicle itself. */
export function OfferForm({ vehicleId }: { vehicleId: string }) {
  const t = useTranslations('handOver');
  const { busy, run } = useAction();
  const [sent, setSent] = useState<SentTransfer>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const body = {
      email: String(data.get('email')),
      contents: { costs: data.has('costs'), notes: data.has('notes'), documents: data.has('documents') },
    };
    const params = { path: { vehicleId } };
    const done = await run(async () =>
      setSent(await answer(browserApi.POST('/api/v1/vehicles/{vehicleId}/transfers', { params, body }))),
    );
    if (done) form.reset();
  }

  return (
    <form className="handover" onSubmit={(event) => void submit(event)}>
      <PlainField name="email" type="email" label={t('email')} maxLength={254} autoComplete="off" />
      <fieldset>
        <legend>{t('along')}</legend>
        <p className="sm muted">{t('always')}</p>
        {contents.map((content) => (
          <label key={content} className="proof__choice">
            <input type="checkbox" name={content} /> {t(`contents.${content}`)}
          </label>
        ))}
      </fieldset>
      <p className="sm muted">{t('after')}</p>
      <button className="btn btn--go btn--tap" disabled={busy}>
        {t('offer')}
      </button>
      {sent?.link && (
        <SentLink words={t(`mail.${sent.mail}`, { email: sent.email })} link={sent.link} label={t('link')} />
      )}
    </form>
  );
}
