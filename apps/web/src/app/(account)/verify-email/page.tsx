import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifyEmailForm } from './verify-email-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('verifyTitle'), referrer: 'no-referrer' };
}

export default async function VerifyEmailPage(props: { searchParams: Promise<{ token?: string }> }) {
  const t = await getTranslations('account');
  const { token = '' } = await props.searchParams;
  return (
    <>
      <h1>{t('verifyTitle')}</h1>
      <p className="muted">{t('verifyWords')}</p>
      <VerifyEmailForm token={token} />
    </>
  );
}
