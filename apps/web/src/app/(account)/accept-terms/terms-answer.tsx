'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { goOn } from '@/address/way-back';
import { answer } from '@/api/client';
import { browserApi, signOut } from '@/session/browser-session';
import { useFormAction } from '@/ui/use-form-action';

interface TermsAnswerProps {
  readonly version: string;
  /** That was asked for before. */
  readonly page: string | undefined;
}

/** Accepted, or back out: there is no third way. */
export function TermsAnswer({ version, page }: TermsAnswerProps) {
  const t = useTranslations('terms');
  const accept = useCallback(async () => {
    await answer(browserApi.POST('/api/v1/me/terms', { body: { version } }));
    goOn(page);
  }, [version, page]);
  const { onSubmit, problem, busy } = useFormAction(accept);
  return (
    <form className="account__fields" onSubmit={onSubmit}>
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      <button className="btn btn--go btn--big" disabled={busy}>
        {t('accept')}
      </button>
      <button type="button" className="btn btn--quiet" disabled={busy} onClick={() => void signOut()}>
        {t('signOut')}
      </button>
    </form>
  );
}
