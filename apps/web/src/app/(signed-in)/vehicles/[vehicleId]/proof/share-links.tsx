'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { answer } from '@/api/client';
import type { Share } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { useRefresh } from '@/refresh/refresh';
import { browserApi } from '@/session/browser-session';
import { useToast } from '@/toast/toast';
import { SentLink } from '@/ui/sent-link';
import { useProblemWords } from '@/ui/use-problem-words';

interface ShareLinksProps {
  readonly vehicleId: string;
  readonly shares: readonly Share[];
}

const contents = ['costs', 'notes', 'documents', 'vin'] as const;
const spans = [7, 14, 30, 90];

/** Links for a buyer: what they show is chosen, and they can be closed at any time. */
export function ShareLinks({ vehicleId, shares }: ShareLinksProps) {
  const t = useTranslations('proof');
  const refresh = useRefresh();
  const toast = useToast();
  const words = useProblemWords();
  const { format } = useViewer();
  const [url, setUrl] = useState<string>();
  const attempt = async (work: () => Promise<void>) => {
    await work().catch((error: unknown) => toast({ words: words(error) }));
    refresh();
  };
  const make = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = {
      costs: form.has('costs'),
      notes: form.has('notes'),
      documents: form.has('documents'),
      vin: form.has('vin'),
    };
    const body = { expiresInDays: Number(form.get('days')), contents: chosen };
    void attempt(async () => {
      const path = { vehicleId };
      const made = await answer(
        browserApi.POST('/api/v1/vehicles/{vehicleId}/shares', { params: { path }, body }),
      );
      setUrl(made.url);
    });
  };
  const revoke = (shareId: string) =>
    attempt(async () => {
      const path = { vehicleId, shareId };
      await answer(browserApi.DELETE('/api/v1/vehicles/{vehicleId}/shares/{shareId}', { params: { path } }));
    });
  const live = shares.filter(stillOpens);
  return (
    <section className="sec proof__shares">
      <h2>{t('shareTitle')}</h2>
      <p className="muted">{t('shareWords')}</p>
      <form className="proof__tools" onSubmit={make}>
        <span className="proof__choices">
          {contents.map((content) => (
            <label key={content} className="proof__choice">
              <input type="checkbox" name={content} /> {t(`show.${content}`)}
            </label>
          ))}
        </span>
        <span className="proof__choices">
          <label className="proof__choice">
            {t('for')}
            <span className="inp inp--s">
              <select name="days" defaultValue={14}>
                {spans.map((days) => (
                  <option key={days} value={days}>
                    {t('days', { days })}
                  </option>
                ))}
              </select>
            </span>
          </label>
          <button type="submit" className="btn btn--go btn--tap">
            {t('makeLink')}
          </button>
        </span>
      </form>
      {url && <SentLink words={t('link')} link={url} label={t('linkLabel')} />}
      <ul className="list proof__links">
        {live.map(({ id, expiresAt, createdBy, contents: shown }) => (
          <li key={id}>
            <div>
              <p>
                {t('shareUntil', { until: format.dayMonthYear(format.dayOf(expiresAt)) })}{' '}
                {contents
                  .filter((content) => shown[content])
                  .map((content) => t(`show.${content}`))
                  .join(', ')}
              </p>
              <small className="muted">{t('shareBy', { name: createdBy ?? t('someone') })}</small>
            </div>
            <button type="button" className="btn" onClick={() => void revoke(id)}>
              {t('revoke')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As of the moment in which the page is drawn. */
function stillOpens({ revokedAt, expiresAt }: Pick<Share, 'revokedAt' | 'expiresAt'>): boolean {
  return !revokedAt && Date.parse(expiresAt) > Date.now();
}
