'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, type ReactNode } from 'react';
import { useRefresh } from '@/refresh/refresh';
import { forgetLink, rememberLink } from '@/session/pending-link';
import { useProblemWords } from '@/ui/use-problem-words';

interface OfferAnswerProps {
  /** Where its words stand, and where its link leads. */
  readonly of: 'invitation' | 'transfer';
  readonly token: string;
  readonly sentTo: string;
  readonly signedInAs: string | undefined;
  /** Undefined where there is nothing that this person could do with it. */
  readonly onAccept: ((confirmAddress: boolean) => Promise<void>) | undefined;
  readonly onDecline: () => Promise<unknown>;
  /** What else is to be said or chosen by whoever is signed in. */
  readonly children?: ReactNode;
}

/** Yes or no. Whoever is signed in with another address than the one that was written to says so by accepting. */
export function OfferAnswer({
  of,
  token,
  sentTo,
  signedInAs,
  onAccept,
  onDecline,
  children,
}: OfferAnswerProps) {
  const t = useTranslations(of);
  const refresh = useRefresh();
  const { problem, busy, attempt } = useAttempt();
  const isSignedIn = signedInAs !== undefined;
  const isOther = isSignedIn && signedInAs.toLowerCase() !== sentTo;

  useEffect(() => {
    if (isSignedIn) forgetLink();
  }, [isSignedIn]);

  const decline = async () => {
    await onDecline();
    forgetLink();
    refresh();
  };
  const enterBy = (page: string) => {
    rememberLink(`${of}s`, token);
    window.location.assign(page);
  };

  return (
    <div className="offer__answer">
      {isOther && <p className="sm">{t('otherAddress', { email: signedInAs })}</p>}
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      {!isSignedIn && (
        <>
          <p className="sm muted">{t('needsAccount')}</p>
          <button type="button" className="btn btn--go btn--big" onClick={() => enterBy('/sign-up')}>
            {t('signUp')}
          </button>
          <button type="button" className="btn btn--big" onClick={() => enterBy('/sign-in')}>
            {t('signIn')}
          </button>
        </>
      )}
      {isSignedIn && children}
      {isSignedIn && onAccept && (
        <button
          type="button"
          className="btn btn--go btn--big"
          disabled={busy}
          onClick={() => void attempt(() => onAccept(isOther))}
        >
          {isOther ? t('acceptAs', { email: signedInAs }) : t('accept')}
        </button>
      )}
      <button
        type="button"
        className="btn btn--quiet btn--tap"
        disabled={busy}
        onClick={() => void attempt(decline)}
      >
        {t('decline')}
      </button>
    </div>
  );
}

/** What goes well leaves the page: it stays busy until then. */
function useAttempt() {
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
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
  return { problem, busy, attempt };
}
