import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LanguageChoice } from '@/i18n/language-choice';
import { Logo } from '@/ui/logo';
import { HistoryCheck } from './history-check';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verify'))('title') };
}

/** For whoever was handed a history: by its code or its file, without an account. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<{ code?: string }> }) {
  const t = await getTranslations('verify');
  const { code = '' } = await searchParams;
  return (
    <main className="share" id="main">
      <div className="share__bar">
        <span className="logo text-ink">
          <Logo />
        </span>
        <span className="sp" />
        <LanguageChoice />
      </div>
      <div className="verify">
        <h1>{t('title')}</h1>
        <p className="muted">{t('words')}</p>
        <HistoryCheck code={String(code)} />
      </div>
    </main>
  );
}
