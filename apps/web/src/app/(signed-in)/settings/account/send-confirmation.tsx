'use client';

import { useTranslations } from 'next-intl';
import { answer } from '@/api/client';
import { publicApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

/** Sends the link once more that confirms the address. */
export function SendConfirmation({ email }: { email: string }) {
  const t = useTranslations('accountSettings');
  const { busy, run } = useAction();
  const send = () =>
    run(
      () => answer(publicApi.POST('/api/auth/send-verification-email', { body: { email } })),
      t('sentAgain'),
    );
  return (
    <div className="sec__acts">
      <button type="button" className="btn btn--tap" disabled={busy} onClick={() => void send()}>
        {t('sendAgain')}
      </button>
    </div>
  );
}
