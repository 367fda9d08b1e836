import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { Silhouette } from '@/ui/silhouette';

/** A vehicle that is not there, or not for this person: the frame stays, with an empty bay in it. */
export default function NotFoundHere() {
  const t = useTranslations('notFound');
  return (
    <div className="wrap wrap--form nothing">
      <div className="first" aria-hidden="true">
        <div className="stage">
          <Silhouette kind="car" />
        </div>
        <div className="floor" />
      </div>
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <Link className="btn btn--go btn--tap" href="/">
        {t('toGarage')}
      </Link>
    </div>
  );
}
