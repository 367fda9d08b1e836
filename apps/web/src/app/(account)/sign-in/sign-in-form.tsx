'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { goOn } from '@/address/way-back';
import Link from '@/ui/link';
import { useState, type FormEvent } from 'react';
import { signInByPasskey } from '@/session/passkeys';
import { PlainField } from '@/ui/plain-field';
import { signIn, type Outcome } from '../enter';
import { SecondStep } from './second-step';

/** A password, and a code after it where one is set up; or a passkey in place of both. Then the page that was asked for, or home. */
export function SignInForm({ page }: { page: string | undefined }) {
  const t = useTranslations('account');
  const [outcome, setOutcome] = useState<Outcome | 'noPasskey'>();
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = (name: string) => String(new FormData(event.currentTarget).get(name));
    setBusy(true);
    const next = await signIn({ email: field('email'), password: field('password') });
    if (next === 'entered') return goOn(page);
    setOutcome(next);
    setBusy(false);
  }

  async function usePasskey() {
    setBusy(true);
    try {
      await signInByPasskey();
      return goOn(page);
    } catch {
      setOutcome('noPasskey');
      setBusy(false);
    }
  }

  if (outcome === 'code') return <SecondStep onEntered={() => goOn(page)} />;
  return (
    <form className="account__fields" onSubmit={(event) => void submit(event)}>
      <PlainField name="email" type="email" label={t('email')} autoComplete="email" />
      <PlainField name="password" type="password" label={t('password')} autoComplete="current-password" />
      <p role="alert" className="sm t-overdue">
        {outcome && t(`problem.${outcome as 'wrong'}`)}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('signIn')}
      </button>
      <button type="button" className="btn btn--big" disabled={busy} onClick={() => void usePasskey()}>
        <KeyRound className="i" />
        {t('usePasskey')}
      </button>
      <p className="sm">
        <Link className="link" href="/forgot-password">
          {t('forgotPassword')}
        </Link>
      </p>
    </form>
  );
}
