'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { answer } from '@/api/client';
import { useRefresh } from '@/refresh/refresh';
import { browserApi, publicApi } from '@/session/browser-session';
import { rememberWrite } from '@/session/last-write';
import { forgetLink, rememberLink } from '@/session/pending-link';
import { workIn } from '@/session/tenant-choice';
import { LabelLine } from '@/ui/label-line';
import { useProblemWords } from '@/ui/use-problem-words';
import type { Place } from './places';

interface TransferAnswerProps {
  readonly token: string;
  readonly sentTo: string;
  readonly signedInAs: string | undefined;
  readonly places: readonly Place[];
}

/** Yes, and where to, or no. Whoever is signed in with another address than the one that was written to says so by accepting. */
export function TransferAnswer({ token, sentTo, signedInAs, places }: TransferAnswerProps) {
  const t = useTranslations('transfer');
  const refresh = useRefresh();
  const problemWords = useProblemWords();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState(0);
  const isOther = signedInAs !== undefined && signedInAs.toLowerCase() !== sentTo;
  const params = { path: { transferToken: token } };

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
      const place = places[chosen];
      if (!place) return;
      await workIn(place.tenantId);
      const body = { garageId: place.garageId, confirmAddress: isOther };
      const { vehicleId, position } = await answer(
        browserApi.POST('/api/v1/transfers/{transferToken}/accept', { params, body }),
      );
      if (position > 0) rememberWrite(position);
      window.location.assign(`/vehicles/${vehicleId}`);
    });
  const decline = () =>
    attempt(async () => {
      await answer(publicApi.POST('/api/v1/transfers/{transferToken}/decline', { params }));
      forgetLink();
      refresh();
    });
  const enterBy = (page: string) => {
    rememberLink('transfers', token);
    window.location.assign(page);
  };

  return (
    <div className="offer__answer">
      {isOther && <p className="sm">{t('otherAddress', { email: signedInAs })}</p>}
      <p role="alert" className="sm t-overdue">
        {problem}
      </p>
      {signedInAs === undefined && (
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
      {signedInAs !== undefined && places.length === 0 && <p className="sm">{t('nowhere')}</p>}
      {places.length > 1 && (
        <div className="field">
          <LabelLine of="place">{t('place')}</LabelLine>
          <span className="inp inp--words">
            <select id="place" value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
              {places.map(({ tenantId, garageId, name }, at) => (
                <option key={`${tenantId}${garageId}`} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </span>
        </div>
      )}
      {places.length > 0 && (
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
