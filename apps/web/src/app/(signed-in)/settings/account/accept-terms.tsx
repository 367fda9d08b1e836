'use client';

import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { answer } from '@/api/client';
import { browserApi } from '@/session/browser-session';
import { useAction } from '@/ui/use-action';

export function AcceptTerms({ version, isAccepted }: { version: string; isAccepted: boolean }) {
  const t = useTranslations('accountSettings');
  const { busy, run } = useAction();
  const accept = () => run(() => answer(browserApi.POST('/api/v1/me/terms', { body: { version } })));
  return (
    <div className="sec__acts">
      <Link className="btn btn--tap" href="/terms">
        {t('readTerms')}
      </Link>
      {!isAccepted && (
        <button type="button" className="btn btn--go btn--tap" disabled={busy} onClick={() => void accept()}>
          {t('acceptTerms')}
        </button>
      )}
    </div>
  );
}
