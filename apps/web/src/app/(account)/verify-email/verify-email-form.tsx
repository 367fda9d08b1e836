'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { useFormAction } from '@/ui/use-form-action';
import { WhoConfirms } from './who-confirms';

/** Takes a press: programs that open the links of messages to look at them must not use them up. */
export function VerifyEmailForm({ token }: { token: string }) {
  const t = useTranslations('account');
  const [step, setStep] = useState<'press' | 'who' | 'done'>('press');
  const confirm = useCallback(async () => {
    await answer(publicApi.GET('/api/auth/verify-email', { params: { query: { token } } }));
    setStep('done');
  }, [token]);
  const press = useCallback(async () => {
    try {
      await confirm();
    } catch (error) {
      const isAsked = error instanceof ApiProblem && error.body['reason'] === 'SIGN_IN_TO_CONFIRM';
      if (!isAsked) throw error;
      setStep('who');
    }
  }, [confirm]);
  const { onSubmit, problem, busy } = useFormAction(press);
  if (step === 'who') return <WhoConfirms onProven={confirm} />;
  if (step === 'done') {
    return (
      <>
        <p role="status" className="account__done">
          {t('verifyDone')}
        </p>
        <a className="btn btn--go btn--big" href="/">
          {t('toGarage')}
        </a>
      </>
    );
  }
  return (
    <form className="account__fields" onSubmit={onSubmit}>
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('verifyConfirm')}
      </button>
    </form>
  );
}
