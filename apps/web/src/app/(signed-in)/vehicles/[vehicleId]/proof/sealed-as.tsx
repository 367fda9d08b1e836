import { useTranslations } from 'next-intl';
import type { HistoryExports } from '@/api/schema.gen';
import { config } from '@/config';

export type SealedExport = HistoryExports['items'][number];

/** The code by which whoever holds the history on paper checks it; without one, how to come by it. */
export function SealedAs({ latest }: { latest: SealedExport | undefined }) {
  const t = useTranslations('proof');
  if (!latest) return <p className="muted">{t('noCode')}</p>;
  return (
    <p>
      {t('code')} <span className="proof__code">{latest.code}</span>
      <br />
      <span className="muted">
        {t('codeWords', {
          events: latest.version,
          at: new Date(latest.issuedAt),
          address: `${config.publicUrl}/verify`,
        })}
      </span>
    </p>
  );
}
