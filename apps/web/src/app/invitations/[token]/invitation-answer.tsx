'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi, publicApi } from '@/session/browser-session';
import { forgetLink, rememberLink } from '@/session/pending-link';
import { switchTenant } from '@/session/tenant-choice';
import { useProblemWords } from '@/ui/use-problem-words';

interface InvitationAnswerProps {
  readonly token: string;
  readonly sentTo: string;
  readonly signedInAs: string | undefined;
}

/** Yes or no. Whoever is signed in with another address than the one that was written to says so by joining. */
export function InvitationAnswer({ token, sentTo, signedInAs }: InvitationAnswerProps) {
  const t = useTranslations('invitation');
  const refresh = useRefresh();
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isOther = signedInAs !== undefined && signedInAs.toLowerCase() !== sentTo;
  const params = { path: { token } };

  useEffect(() => {
    if (signedInAs !== undefined) forgetLink();
  }, [signedInAs]);

  async function attempt(call: () => Promise<void>) {
    setBusy(true);
    setProblem(undefined);
    try {
      await call();
    } catch (error) {
      setProblem(problemWords(error));
      setBusy(false);
    }
  }

  const accept = () =>
    attempt(async () => {
      const body = { confirmAddress: isOther };
      const { id } = await answer(browserApi.POST('/api/v1/invitations/{token}/accept', { params, body }));
      switchTenant(id);
    });
  const decline = () =>
    attempt(async () => {
      await answer(publicApi.POST('/api/v1/invitations/{token}/decline', { params }));
      forgetLink();
      refresh();
    });
  const enterBy = (page: string) => {
    rememberLink('invitations', token);
    window.location.assign(page);
  };

  return (
    <div className="offer__answer">
      {isOther && <p className="sm">{t('otherAddress', { email: signedInAs })}</p>}
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      {signedInAs === undefined ? (
        <>
          <p className="sm muted">{t('needsAccount')}</p>
          <button type="button" className="btn btn--go btn--big" onClick={() => enterBy('/sign-up')}>
            {t('signUp')}
          </button>
          <button type="button" className="btn btn--big" onClick={() => enterBy('/sign-in')}>
            {t('signIn')}
          </button>
        </>
      ) : (
        <button type="button" className="btn btn--go btn--big" disabled={busy} onClick={() => void accept()}>
          {isOther ? t('acceptAs', { email: signedInAs }) : t('accept')}
        </button>
      )}
      <button
        type="button"
        className="btn btn--quiet btn--tap"
        disabled={busy}
        onClick={() => void decline()}
      >
        {t('decline')}
      </button>
    </div>
  );
}
