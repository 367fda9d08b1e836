import { useTranslations } from 'next-intl';
import type { Share } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';
import { shareContents } from './share-form';

interface OpenSharesProps {
  readonly shares: readonly Share[];
  readonly onRevoke: (shareId: string) => void;
}

/** The links that still open: what each shows, until when, and who made it. */
export function OpenShares({ shares, onRevoke }: OpenSharesProps) {
  const t = useTranslations('proof');
  const { format } = useViewer();
  return (
    <ul className="list proof__links">
      {shares.filter(stillOpens).map(({ id, expiresAt, createdBy, contents }) => (
        <li key={id}>
          <div>
            <p>
              {t('shareUntil', { until: format.dayMonthYear(format.dayOf(expiresAt)) })}{' '}
              {shareContents
                .filter((content) => contents[content])
                .map((content) => t(`show.${content}`))
                .join(', ')}
            </p>
            <small className="muted">{t('shareBy', { name: createdBy ?? t('someone') })}</small>
          </div>
          <button type="button" className="btn" onClick={() => onRevoke(id)}>
            {t('revoke')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** As of the moment in which the page is drawn. */
function stillOpens({ revokedAt, expiresAt }: Pick<Share, 'revokedAt' | 'expiresAt'>): boolean {
  return !revokedAt && Date.parse(expiresAt) > Date.now();
}
