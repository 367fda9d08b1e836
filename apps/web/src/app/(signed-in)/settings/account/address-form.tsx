'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { answer } from '@/api/client';
import type { Instance } from '@/api/schema.gen';
import { publicApi } from '@/session/browser-session';
import { MailNotice } from '@/ui/mail-notice';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';
import { SendConfirmation } from './send-confirmation';

interface AddressFormProps {
  readonly email: string;
  readonly isConfirmed: boolean;
  readonly hasPassword: boolean;
  readonly mail: Instance['mail'];
}

/** The address stays what it is until the new one is confirmed by the link that is sent there. */
export function AddressForm({ email, isConfirmed, hasPassword, mail }: AddressFormProps) {
  const t = useTranslations('accountSettings');
  const [asked, setAsked] = useState<string>();
  const send = useCallback(async (body: { newEmail: string; password?: string }) => {
    await answer(publicApi.POST('/api/auth/change-email', { body }));
    setAsked(body.newEmail);
  }, []);
  const { onSubmit, problem, busy } = useFormAction(send);
  return (
    <>
      <p className="muted">{isConfirmed ? t('confirmed', { email }) : t('unconfirmed', { email })}</p>
      <MailNotice mail={mail} />
      {!isConfirmed && <SendConfirmation email={email} />}
      <form className="settle" onSubmit={onSubmit}>
        <PlainField name="newEmail" type="email" label={t('newAddress')} autoComplete="email" />
        {hasPassword && (
          <PlainField name="password" type="password" label={t('password')} autoComplete="current-password" />
        )}
        <p role="alert" className="sm t-overdue">
          {problem}
        </p>
        <p role="status" className="account__done">
          {asked && t('confirmNew', { email: asked })}
        </p>
        <button className="btn btn--tap" disabled={busy}>
          {t('changeAddress')}
        </button>
      </form>
    </>
  );
}
