import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LonePage } from '@/ui/lone-page';
import { KeptPages } from './kept-pages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offline'))('title') };
}

/** Stands in for a page that was never looked at while there was a connection. The service worker keeps it ready. */
export default async function OfflinePage() {
  const t = await getTranslations('offline');
  return (
    <LonePage title={t('title')} words={t('words')}>
      <KeptPages />
    </LonePage>
  );
}
