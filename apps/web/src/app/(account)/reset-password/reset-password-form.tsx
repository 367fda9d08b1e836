'use client';

import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { useCallback, useState } from 'react';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { leastPasswordLength, PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';

export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations('account');
  const [done, setDone] = useState(false);
  const send = useCallback(
    async ({ newPassword }: { newPassword: string }) => {
      await answer(publicApi.POST('/api/auth/reset-password', { body: { token, newPassword } }));
      setDone(true);
    },
    [token],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  if (done) {
    return (
      <>
        <p role="status" className="account__done">
          {t('resetDone')}
        </p>
        <Link className="btn btn--go btn--big" href="/sign-in">
          {t('signIn')}
        </Link>
      </>
    );
  }
  return (
    <form className="account__fields" onSubmit={onSubmit}>
      <PlainField
        name="newPassword"
        type="password"
        label={t('newPassword')}
        autoComplete="new-password"
        hint={t('passwordHint', { length: leastPasswordLength })}
        minLength={leastPasswordLength}
      />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('resetSave')}
      </button>
    </form>
  );
}
