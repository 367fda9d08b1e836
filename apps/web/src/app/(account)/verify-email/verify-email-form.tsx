'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { useFormAction } from '@/ui/use-form-action';

/** Takes a press: programs that open the links of messages to look at them must not use them up. */
export function VerifyEmailForm({ token }: { token: string }) {
  const t = useTranslations('account');
  const [done, setDone] = useState(false);
  const send = useCallback(async () => {
    await answer(publicApi.GET('/api/auth/verify-email', { params: { query: { token } } }));
    setDone(true);
  }, [token]);
  const { onSubmit, problem, busy } = useFormAction(send);
  if (done) {
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
