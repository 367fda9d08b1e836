import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';

/** A link that was closed by the owner, or ran out; which of them is theirs to say. */
export default function ClosedShare() {
  const t = useTranslations('share.closed');
  return (
    <main className="lost">
      <span className="logo">
        <Logo />
      </span>
      <div className="first">
        <div className="stage">
          <Silhouette kind="car" />
        </div>
        <div className="floor" />
      </div>
      <h1>{t('title')}</h1>
      <p className="muted">{t('words')}</p>
      <Link className="btn btn--tap" href="/verify">
        {t('verify')}
      </Link>
    </main>
  );
}
