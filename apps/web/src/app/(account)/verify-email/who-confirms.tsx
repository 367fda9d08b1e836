'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';
import { signIn, type Outcome } from '../enter';
import { SecondStep } from '../sign-in/second-step';

/**
 * An address is confirmed by whoever knows the password of the account. Where nobody comes in before that, the sign-in is refused
 * for it, and has shown who is there all the same.
 */
export function WhoConfirms({ onProven }: { onProven: () => Promise<void> }) {
  const t = useTranslations('account');
  const [outcome, setOutcome] = useState<Outcome>();
  const send = useCallback(
    async (fields: { email: string; password: string }) => {
      const next = await signIn(fields);
      setOutcome(next);
      if (next === 'entered' || next === 'unconfirmed') await onProven();
    },
    [onProven],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  if (outcome === 'code') return <SecondStep onEntered={() => void onProven()} />;
  const refused = outcome === 'entered' || outcome === 'unconfirmed' ? undefined : outcome;
  return (
    <form className="account__fields" onSubmit={onSubmit}>
      <p>{t('verifyWho')}</p>
      <PlainField name="email" type="email" label={t('email')} autoComplete="email" />
      <PlainField name="password" type="password" label={t('password')} autoComplete="current-password" />
      <p role="alert" className="sm t-overdue">
        {problem ?? (refused && t(`problem.${refused as 'wrong'}`))}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('verifyConfirm')}
      </button>
    </form>
  );
}
