'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { PlainField } from '@/ui/plain-field';
import { useFormAction } from '@/ui/use-form-action';
import { QrCode } from '@/ui/qr-code';

interface SetUpAppProps {
  readonly uri: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What the app is to know, to be seen by its camera or typed; a code of it shows that it does. */
export function SetUpApp({ uri, onDone, onCancel }: SetUpAppProps) {
  const t = useTranslations('security');
  const account = useTranslations('account');
  const send = useCallback(
    async ({ code }: { code: string }) => {
      await answer(publicApi.POST('/api/auth/two-factor/verify-totp', { body: { code } }));
      onDone();
    },
    [onDone],
  );
  const { onSubmit, problem, busy } = useFormAction(send);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <form className="settle" onSubmit={onSubmit}>
      <p>{t('scan')}</p>
      <QrCode text={uri} label={t('qrCode')} />
      <p className="sm muted">
        {t('typeInstead')} <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <PlainField
        name="code"
        label={account('code')}
        hint={account('codeHint')}
        inputMode="numeric"
        pattern="[0-9]{6}"
        autoComplete="one-time-code"
        maxLength={6}
      />
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <div className="sec__acts">
        <button className="btn btn--go btn--tap" disabled={busy}>
          {t('confirmCode')}
        </button>
        <button type="button" className="btn btn--tap" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}
