import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { Silhouette } from '@/ui/silhouette';

/** A fleet without vehicles: there is nothing to add up or to search, and the garage knows how to begin. */
export function NoFleet() {
  const t = useTranslations('fleet');
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap wrap--form nothing">
        <div className="first" aria-hidden="true">
          <div className="stage">
            <Silhouette kind="van" />
          </div>
          <div className="floor" />
        </div>
        <h1 className="desk-b">{t('emptyTitle')}</h1>
        <h2 className="phone">{t('emptyTitle')}</h2>
        <p>{t('empty')}</p>
        <Link className="btn btn--go btn--tap" href="/">
          {t('toGarage')}
        </Link>
      </div>
    </>
  );
}
