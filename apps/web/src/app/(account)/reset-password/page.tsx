import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResetPasswordForm } from './reset-password-form';

export async function generateMetadata(): Promise<Metadata> {
  // The link is a secret until it is used: it goes to no other page.
  return { title: (await getTranslations('account'))('resetTitle'), referrer: 'no-referrer' };
}

export default async function ResetPasswordPage(props: { searchParams: Promise<{ token?: string }> }) {
  const t = await getTranslations('account');
  const { token = '' } = await props.searchParams;
  return (
    <>
      <h1>{t('resetTitle')}</h1>
      <p className="muted">{t('resetWords')}</p>
      <ResetPasswordForm token={token} />
    </>
  );
}
