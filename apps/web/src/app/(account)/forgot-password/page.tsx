import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { answer } from '@/api/client';
import { publicApi } from '@/session/server-session';
import { MailNotice } from '@/ui/mail-notice';
import { ForgotPasswordForm } from './forgot-password-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('forgotTitle') };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('account');
  const { mail } = await answer(publicApi.GET('/api/v1/instance'));
  return (
    <>
      <h1>{t('forgotTitle')}</h1>
      <p className="muted">{t('forgotWords')}</p>
      <MailNotice mail={mail} />
      <ForgotPasswordForm />
      <p className="sm">
        <Link className="link" href="/sign-in">
          {t('backToSignIn')}
        </Link>
      </p>
    </>
  );
}
