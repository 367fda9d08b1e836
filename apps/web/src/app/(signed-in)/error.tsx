'use client';

import { useTranslations } from 'next-intl';

/** A page that could not be made: what that means, and what to do. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('error');
  return (
    <div className="wrap wrap--form nothing">
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <button type="button" className="btn btn--go btn--tap" onClick={reset}>
        {t('tryAgain')}
      </button>
    </div>
  );
}
