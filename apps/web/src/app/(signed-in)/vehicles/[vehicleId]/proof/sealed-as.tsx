import { useTranslations } from 'next-intl';
import type { HistoryExports } from '@/api/schema.gen';
import { config } from '@/config';

export type SealedExport = HistoryExports['items'][number];

interface SealedAsProps {
  readonly latest: SealedExport | undefined;
  /** How its moment is told: to its owner in their zone, on paper in everybody's. */
  readonly at: (instant: string) => string;
}

/** The code by which whoever holds the history on paper checks it; without one, how to come by it. */
export function SealedAs({ latest, at }: SealedAsProps) {
  const t = useTranslations('proof');
  if (!latest) return <p className="muted">{t('noCode')}</p>;
  return (
    <p>
      {t('code')} <span className="proof__code">{latest.code}</span>
      <br />
      <span className="muted">
        {t('codeWords', {
          events: latest.version,
          at: at(latest.issuedAt),
          address: `${config.publicUrl}/verify`,
        })}
      </span>
    </p>
  );
}
