'use client';

import { useTranslations } from 'next-intl';

/** Shown this once. */
export function BackupCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations('security');
  return (
    <div className="settle">
      <p role="status">{t('keepCodes')}</p>
      <ul className="codes num" aria-label={t('backupCodes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <button type="button" className="btn btn--go btn--tap" onClick={onKept}>
        {t('codesKept')}
      </button>
    </div>
  );
}
