'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';

/** Asks for the password once more: this cannot be taken back. */
export function DeleteAccount({ hasPassword }: { hasPassword: boolean }) {
  const t = useTranslations('accountSettings');
  const send = useCallback(async ({ lastPassword: password }: { lastPassword?: string }) => {
    const body = password === undefined ? {} : { password };
    await answer(publicApi.POST('/api/auth/delete-user', { body }));
    window.location.assign('/sign-in');
  }, []);
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <Dialog.Root>
      <div className="sec__acts">
        <Dialog.Trigger className="btn btn--tap">{t('delete')}</Dialog.Trigger>
      </div>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog">
          <Dialog.Title>{t('deleteTitle')}</Dialog.Title>
          <Dialog.Description className="muted">{t('deleteWords')}</Dialog.Description>
          <form onSubmit={onSubmit}>
            {hasPassword && (
              <PlainField
                name="lastPassword"
                type="password"
                label={t('password')}
                autoComplete="current-password"
              />
            )}
            <p role="alert" className="sm t-overdue">
              {problem}
            </p>
            <div className="dialog__ft">
              <Dialog.Close className="btn btn--tap">{t('keep')}</Dialog.Close>
              <button className="btn btn--go btn--tap" disabled={busy}>
                {t('deleteReally')}
              </button>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
