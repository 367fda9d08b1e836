import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { askedFor } from '@/address/way-back';
import { answer } from '@/api/client';
import { viewerFormat } from '@/format/viewer-format';
import { publicApi, serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { TermsAnswer } from './terms-answer';
import { TermsText } from '../../terms/terms-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('terms'))('title') };
}

interface AcceptTermsPageProps {
  readonly searchParams: Promise<{ readonly next?: string }>;
}

/** Before anything else: the terms, for those who have not seen any yet, and for all once they have changed. */
export default async function AcceptTermsPage({ searchParams }: AcceptTermsPageProps) {
  const t = await getTranslations('terms');
  const page = askedFor((await searchParams).next);
  const { termsToAccept: version, preferences } = await viewer();
  if (version === null) redirect(page ?? '/');
  const [{ terms }, { accepted }] = await Promise.all([
    answer(publicApi.GET('/api/v1/instance')),
    answer((await serverApi()).GET('/api/v1/me/terms')),
  ]);
  const [before] = accepted;
  const format = viewerFormat(preferences);
  return (
    <>
      <h1>{t(before ? 'changed' : 'first')}</h1>
      <p className="muted">
        {before
          ? t('changedWords', {
              version: before.version,
              date: format.dayMonthYear(format.dayOf(before.acceptedAt)),
            })
          : t('firstWords')}
      </p>
      <div className="terms__frame" tabIndex={0} role="region" aria-label={t('title')}>
        <TermsText terms={terms} />
      </div>
      <TermsAnswer version={version} page={page} />
    </>
  );
}
