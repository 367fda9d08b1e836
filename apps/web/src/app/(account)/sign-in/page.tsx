import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { AccountForm } from '../account-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signIn') };
}

export default async function SignInPage() {
  const t = await getTranslations('account');
  return (
    <>
      <h1>{t('signInTitle')}</h1>
      <p className="muted">{t('signInWords')}</p>
      <AccountForm purpose="sign-in" />
      <p className="sm muted">
        {t('noAccount')}{' '}
        <Link className="link" href="/sign-up">
          {t('signUp')}
        </Link>
      </p>
    </>
  );
}
