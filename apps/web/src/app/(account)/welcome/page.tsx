import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { pendingLinkCookie, pendingPage } from '@/session/pending-link';
import { config } from '@/config';
import { viewer } from '@/session/viewer';
import { namedCurrencies } from '../../(signed-in)/named-currencies';
import { namedLocales } from '../../(signed-in)/settings/named-locales';
import { WelcomeForm } from './welcome-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('welcome'))('title') };
}

/** Right after sign-up: how one reads numbers, and the first vehicle. All of it can be left for later. */
export default async function WelcomePage() {
  const t = await getTranslations('welcome');
  const pending = pendingPage((await cookies()).get(pendingLinkCookie)?.value);
  if (pending) redirect(pending);
  const me = await viewer();
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="muted">{t('words')}</p>
      <WelcomeForm
        name={me.name}
        preferences={me.preferences}
        currencies={namedCurrencies(me.preferences.locale)}
        locales={namedLocales(me.preferences.locale, config.languages)}
      />
    </>
  );
}
