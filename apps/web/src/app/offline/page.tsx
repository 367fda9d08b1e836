import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';
import { KeptPages } from './kept-pages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offline'))('title') };
}

/** Stands in for a page that was never looked at while there was a connection. The service worker keeps it ready. */
export default async function OfflinePage() {
  const t = await getTranslations('offline');
  return (
    <main className="lost">
      <p className="logo">
        <Logo />
      </p>
      <div className="first">
        <div className="stage">
          <Silhouette kind="car" />
        </div>
        <div className="floor" />
      </div>
      <h1>{t('title')}</h1>
      <p className="muted">{t('words')}</p>
      <KeptPages />
    </main>
  );
}
