'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';

/** The password was right; now a code of the app, or one of those that were kept for the day it is lost. */
export function SecondStep({ onEntered }: { onEntered: () => void }) {
  const t = useTranslations('account');
  const [lost, setLost] = useState(false);
  const send = useCallback(
    async ({ code }: { code: string }) => {
      const body = { code: code.trim() };
      await answer(
        lost
          ? publicApi.POST('/api/auth/two-factor/verify-backup-code', { body })
          : publicApi.POST('/api/auth/two-factor/verify-totp', { body }),
      );
      onEntered();
    },
    [lost, onEntered],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <form key={String(lost)} className="account__fields" onSubmit={onSubmit}>
      {lost ? (
        <PlainField name="code" label={t('backupCode')} autoComplete="off" maxLength={40} autoFocus />
      ) : (
        <PlainField
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          inputMode="numeric"
          pattern="[0-9]{6}"
          autoComplete="one-time-code"
          maxLength={6}
          autoFocus
        />
      )}
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('continue')}
      </button>
      <button type="button" className="btn btn--quiet" onClick={() => setLost(!lost)}>
        {lost ? t('useApp') : t('useBackupCode')}
      </button>
    </form>
  );
}
