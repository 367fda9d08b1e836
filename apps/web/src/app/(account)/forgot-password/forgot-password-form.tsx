'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';

/** Says the same whether there is such an account or not. */
export function ForgotPasswordForm() {
  const t = useTranslations('account');
  const [sent, setSent] = useState(false);
  const send = useCallback(async ({ email }: { email: string }) => {
    await answer(publicApi.POST('/api/auth/request-password-reset', { body: { email } }));
    setSent(true);
  }, []);
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <form className="account__fields" onSubmit={onSubmit}>
      <PlainField name="email" type="email" label={t('email')} autoComplete="email" />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <p role="status" className="account__done">
        {sent && t('forgotSent')}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('forgotSend')}
      </button>
    </form>
  );
}
