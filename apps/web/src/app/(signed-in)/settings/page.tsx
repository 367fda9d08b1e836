import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import { config } from '@/config';
import { viewer } from '@/session/viewer';
import { themeCookie, themeIn } from '@/theme/theme';
import { namedCurrencies } from '../named-currencies';
import { namedLocales } from './named-locales';
import { PreferencesForm } from './preferences-form';
import { SampleGarage } from './sample-garage';
import { placesBelow, placesBeside, SettingsPlaces } from './settings-places';
import { SignOut } from './sign-out';
import { ThemeChoice } from './theme-choice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

const keys = ['n', '/', 'j', 'k', 'Esc', 'g g', 'g t', 'g o', 'g f', 'g i', 'g m', 'g s', 'g 1'] as const;

export default async function SettingsPage() {
  const t = await getTranslations('settings');
  const me = await viewer();
  const theme = themeIn((await cookies()).get(themeCookie)?.value);
  return (
    <>
      <header className="top">
        <h1>{t('title')}</h1>
      </header>
      <div className="wrap wrap--form">
        <header className="head desk">
          <div>
            <h1>{t('title')}</h1>
            <p>{t('signedInAs', { email: me.email })}</p>
          </div>
        </header>
        <nav className="sec sec--first phone" aria-labelledby="beside">
          <h2 id="beside">{t('beside')}</h2>
          <SettingsPlaces places={placesBeside} allowed={me.allowedSomewhere} />
        </nav>
        <section className="sec sec--first">
          <h2>{t('reading')}</h2>
          <p className="muted">{t('readingWords')}</p>
          <PreferencesForm
            preferences={me.preferences}
            currencies={namedCurrencies(me.preferences.locale)}
            locales={namedLocales(me.preferences.locale, config.languages)}
          />
        </section>
        <section className="sec">
          <h2>{t('theme')}</h2>
          <ThemeChoice theme={theme} />
        </section>
        <nav className="sec" aria-labelledby="places">
          <h2 id="places">{t('more')}</h2>
          <SettingsPlaces places={placesBelow} allowed={me.allowedSomewhere} />
          <div className="sec__acts">
            <SignOut />
          </div>
        </nav>
        {me.allowed.includes('vehicle.manage') && (
          <section className="sec">
            <h2>{t('sample')}</h2>
            <p className="muted">{t('sampleWords')}</p>
            <SampleGarage />
          </section>
        )}
        <section className="sec desk-b">
          <h2>{t('keys')}</h2>
          <dl className="keylist">
            {keys.map((key) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((each, index) => (
                    <kbd key={index} className="kbd">
                      {each}
                    </kbd>
                  ))}
                </dt>
                <dd>{t(`key.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}
