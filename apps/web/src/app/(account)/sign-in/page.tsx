import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { askedFor } from '@/address/way-back';
import Link from '@/ui/link';
import { leaveWhenSignedIn } from '../leave-when-signed-in';
import { SignInForm } from './sign-in-form';
import { OutsideProviders } from '../outside-providers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signIn') };
}

interface Props {
  readonly searchParams: Promise<{ readonly error?: string; readonly next?: string }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { error, next } = await searchParams;
  const page = askedFor(next);
  await leaveWhenSignedIn(page);
  const t = await getTranslations('account');
  return (
    <>
      <h1>{t('signInTitle')}</h1>
      <p className="muted">{t('signInWords')}</p>
      <SignInForm page={page} />
      <OutsideProviders error={error} page={page} />
      <p className="sm muted">
        {t('noAccount')}{' '}
        <Link className="link" href="/sign-up">
          {t('signUp')}
        </Link>
      </p>
    </>
  );
}
