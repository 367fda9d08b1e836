'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { PlainField } from '@/ui/plain-field';
import { useAccountWords } from '@/ui/use-account-words';
import { signIn } from '../enter';
import { SecondStep } from '../sign-in/second-step';

/**
 * An address is confirmed by whoever knows the password of the account. Where nobody comes in before that, the sign-in is refused
 * for it, and has shown who is there all the same.
 */
export function WhoConfirms({ onProven }: { onProven: () => Promise<void> }) {
  const t = useTranslations('account');
  const words = useAccountWords();
  const [problem, setProblem] = useState<string>();
  const [isCodeAsked, setIsCodeAsked] = useState(false);
  const [busy, setBusy] = useState(false);

  const confirm = () => onProven().catch((error: unknown) => setProblem(words(error)));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = (name: string) => String(new FormData(event.currentTarget).get(name));
    setBusy(true);
    const outcome = await signIn({ email: field('email'), password: field('password') });
    if (outcome === 'code') setIsCodeAsked(true);
    else if (outcome === 'entered' || outcome === 'unconfirmed') await confirm();
    else setProblem(t(`problem.${outcome as 'wrong'}`));
    setBusy(false);
  }

  if (isCodeAsked) return <SecondStep onEntered={() => void confirm()} />;
  return (
    <form className="account__fields" onSubmit={(event) => void submit(event)}>
      <p>{t('verifyWho')}</p>
      <PlainField name="email" type="email" label={t('email')} autoComplete="email" />
      <PlainField name="password" type="password" label={t('password')} autoComplete="current-password" />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('verifyConfirm')}
      </button>
    </form>
  );
}
