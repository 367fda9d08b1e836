'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** Stands with the history that it prints: before that is there, there is nothing to print. */
export function PrintButton() {
  const t = useTranslations('proof');
  return (
    <p className="proof__tools">
      <button type="button" className="btn btn--tap" onClick={() => window.print()}>
        <Printer className="i" /> {t('print')}
      </button>
    </p>
  );
}
