import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import Link from 'next/link';
import { viewer } from '@/session/viewer';
import { themeCookie, themeIn } from '@/theme/theme';
import { namedCurrencies } from '../named-currencies';
import { namedLocales } from './named-locales';
import { PreferencesForm } from './preferences-form';
import { SampleGarage } from './sample-garage';
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
        <section className="sec sec--first">
          <h2>{t('reading')}</h2>
          <p className="muted">{t('readingWords')}</p>
          <PreferencesForm
            preferences={me.preferences}
            currencies={namedCurrencies(me.preferences.locale)}
            locales={namedLocales(me.preferences.locale)}
          />
        </section>
        <section className="sec">
          <h2>{t('theme')}</h2>
          <ThemeChoice theme={theme} />
        </section>
        <section className="sec">
          <h2>{t('members')}</h2>
          <p className="muted">{t('membersWords')}</p>
          <div className="sec__acts">
            <Link className="btn btn--tap" href="/settings/members">
              {t('openMembers')}
            </Link>
          </div>
        </section>
        <section className="sec">
          <h2>{t('apiKeys')}</h2>
          <p className="muted">{t('apiKeysWords')}</p>
          <div className="sec__acts">
            <Link className="btn btn--tap" href="/settings/api-keys">
              {t('openApiKeys')}
            </Link>
          </div>
        </section>
        {me.allowed.includes('audit.read') && (
          <section className="sec">
            <h2>{t('audit')}</h2>
            <p className="muted">{t('auditWords')}</p>
            <div className="sec__acts">
              <Link className="btn btn--tap" href="/settings/audit">
                {t('openAudit')}
              </Link>
            </div>
          </section>
        )}
        {me.allowed.includes('vehicle.manage') && (
          <section className="sec">
            <h2>{t('sample')}</h2>
            <p className="muted">{t('sampleWords')}</p>
            <SampleGarage />
          </section>
        )}
        <section className="sec">
          <h2>{t('design')}</h2>
          <p className="muted">{t('designWords')}</p>
          <Link className="link" href="/design" prefetch={false}>
            {t('openDesign')}
          </Link>
        </section>
        <section className="sec desk-b">
          <h2>{t('keys')}</h2>
          <dl className="keys">
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
        <section className="sec">
          <h2>{t('account')}</h2>
          <p className="muted">{t('accountWords')}</p>
          <div className="sec__acts">
            <Link className="btn btn--tap" href="/settings/account">
              {t('openAccount')}
            </Link>
            <Link className="btn btn--tap" href="/settings/security">
              {t('openSecurity')}
            </Link>
            <SignOut />
          </div>
        </section>
      </div>
    </>
  );
}
