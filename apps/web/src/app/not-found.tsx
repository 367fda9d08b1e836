import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';

export default function NotFound() {
  const t = useTranslations('notFound');
  return (
    <main className="lost">
      <Link className="logo" href="/">
        <Logo />
      </Link>
      <div className="first">
        <div className="stage">
          <Silhouette kind="car" />
        </div>
        <div className="floor" />
      </div>
      <h1>{t('title')}</h1>
      <p className="muted">{t('words')}</p>
      <Link className="btn btn--go btn--tap" href="/">
        {t('toGarage')}
      </Link>
    </main>
  );
}
