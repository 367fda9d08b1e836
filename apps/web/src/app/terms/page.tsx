import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import { LanguageChoice } from '@/i18n/language-choice';
import { publicApi } from '@/session/server-session';
import { Logo } from '@/ui/logo';
import { TermsText } from './terms-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('terms'))('title') };
}

/** The terms in force: those of the installation, or ours. */
export default async function TermsPage() {
  const t = await getTranslations('terms');
  const { terms } = await answer(publicApi.GET('/api/v1/instance'));
  return (
    <main className="terms">
      <p className="logo">
        <Logo />
      </p>
      <h1>{t('title')}</h1>
      <TermsText terms={terms} />
      <LanguageChoice />
    </main>
  );
}
