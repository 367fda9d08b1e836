import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { AccountForm } from '../account-form';
import { OutsideProviders } from '../outside-providers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signUp') };
}

export default async function SignUpPage() {
  const t = await getTranslations('account');
  return (
    <>
      <h1>{t('signUpTitle')}</h1>
      <p className="muted">{t('signUpWords')}</p>
      <AccountForm purpose="sign-up" />
      <OutsideProviders />
      <p className="sm muted">
        {t('haveAccount')}{' '}
        <Link className="link" href="/sign-in">
          {t('signIn')}
        </Link>
      </p>
    </>
  );
}
