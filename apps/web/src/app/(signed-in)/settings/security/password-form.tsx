'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { publicApi, renewToken } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { leastPasswordLength, PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';

interface Fields {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** A new password signs out every other device, and this one goes on under a session of its own. */
export function PasswordForm() {
  const t = useTranslations('security');
  const account = useTranslations('account');
  const toast = useToast();
  const refresh = useRefresh();
  const send = useCallback(
    async (fields: Fields) => {
      const body = { ...fields, revokeOtherSessions: true };
      await answer(publicApi.POST('/api/auth/change-password', { body }));
      renewToken();
      toast({ words: t('passwordChanged') });
      refresh();
    },
    [refresh, t, toast],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <form className="settle" onSubmit={onSubmit}>
      <PlainField
        name="currentPassword"
        type="password"
        label={t('currentPassword')}
        autoComplete="current-password"
      />
      <PlainField
        name="newPassword"
        type="password"
        label={account('newPassword')}
        autoComplete="new-password"
        hint={account('passwordHint', { length: leastPasswordLength })}
        minLength={leastPasswordLength}
      />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--tap" disabled={busy}>
        {t('changePassword')}
      </button>
    </form>
  );
}
