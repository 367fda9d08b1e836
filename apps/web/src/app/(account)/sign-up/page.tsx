import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { answer } from '@/api/client';
import { publicApi } from '@/session/server-session';
import { leaveWhenSignedIn } from '../leave-when-signed-in';
import { SignUpForm } from './sign-up-form';
import { OutsideProviders } from '../outside-providers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signUp') };
}

export default async function SignUpPage() {
  await leaveWhenSignedIn();
  const t = await getTranslations('account');
  const { terms, mail } = await answer(publicApi.GET('/api/v1/instance'));
  return (
    <>
      <h1>{t('signUpTitle')}</h1>
      <p className="muted">{t('signUpWords')}</p>
      <SignUpForm termsVersion={terms.version} mail={mail} />
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
