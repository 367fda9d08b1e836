import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** A vehicle that is not there, or not for this person: the frame stays. */
export default function NotFoundHere() {
  const t = useTranslations('notFound');
  return (
    <div className="wrap wrap--form nothing">
      <h1>{t('title')}</h1>
      <p>{t('words')}</p>
      <Link className="btn btn--go btn--tap" href="/">
        {t('toGarage')}
      </Link>
    </div>
  );
}
