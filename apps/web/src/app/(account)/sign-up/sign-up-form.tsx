'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { Instance } from '@/api/schema.gen';
import { describedBy } from '@/ui/described-by';
import { MailNotice } from '@/ui/mail-notice';
import { leastPasswordLength, PlainField } from '@/ui/plain-field';
import { useOwnFault } from '@/ui/use-own-fault';
import { signUp, type Outcome } from '../enter';

interface SignUpFormProps {
  readonly termsVersion: string;
  readonly mail: Instance['mail'];
}

/** Fields are checked by the browser's own rules before anything is sent. */
export function SignUpForm({ termsVersion, mail }: SignUpFormProps) {
  const t = useTranslations('account');
  const { fault, onInvalid, forget } = useOwnFault();
  const [outcome, setOutcome] = useState<Outcome>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = (name: string) => String(new FormData(event.currentTarget).get(name));
    setBusy(true);
    const [name, email, password] = [field('name'), field('email'), field('password')];
    const next = await signUp({ name, email, password, acceptedTerms: termsVersion });
    if (next === 'entered') return window.location.assign('/welcome');
    setOutcome(next);
    setBusy(false);
  }

  if (outcome === 'confirm') {
    return (
      <>
        <p role="status" className="account__done">
          {t('confirmFirst')}
        </p>
        <MailNotice mail={mail} />
      </>
    );
  }
  return (
    <form className="account__fields" onSubmit={(event) => void submit(event)}>
      <PlainField name="name" label={t('name')} autoComplete="name" maxLength={120} />
      <PlainField name="email" type="email" label={t('email')} autoComplete="email" />
      <PlainField
        name="password"
        type="password"
        label={t('password')}
        autoComplete="new-password"
        hint={t('passwordHint', { length: leastPasswordLength })}
        minLength={leastPasswordLength}
      />
      <label className="account__check">
        <input
          type="checkbox"
          name="terms"
          required
          aria-describedby={describedBy('terms', { fault })}
          aria-invalid={fault !== undefined}
          onInvalid={onInvalid}
          onChange={forget}
        />
        <span>
          {t.rich('acceptTerms', {
            terms: (words) => (
              <a className="link" href="/terms" target="_blank">
                {words}
              </a>
            ),
          })}
        </span>
      </label>
      {fault && (
        <p id="terms-fault" className="fault">
          {fault}
        </p>
      )}
      <p role="alert" className="sm t-overdue">
        {outcome && t(`problem.${outcome as 'taken'}`)}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('signUp')}
      </button>
    </form>
  );
}
