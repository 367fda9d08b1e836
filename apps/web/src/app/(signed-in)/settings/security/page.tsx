import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import { publicApi, serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { MailNotice } from '@/ui/mail-notice';
import { SendConfirmation } from '../account/send-confirmation';
import { SettingsFrame } from '../settings-frame';
import { DeviceList } from './device-list';
import { PasskeyList } from './passkey-list';
import { PasswordForm } from './password-form';
import { ProviderLinks } from './provider-links';
import { SecondFactor } from './second-factor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('title') };
}

interface SecurityPageProps {
  /** Why a link to a provider elsewhere did not come off. */
  readonly searchParams: Promise<{ readonly error?: string }>;
}

/** By what one gets in, and where one is in. */
export default async function SecurityPage({ searchParams }: SecurityPageProps) {
  const t = await getTranslations('security');
  const { error } = await searchParams;
  const api = await serverApi();
  const [{ email }, { data: account }, sessions, { identityProviders, mail }] = await Promise.all([
    viewer(),
    api.GET('/api/v1/me/account'),
    everyItem((query) => answer(api.GET('/api/v1/me/sessions', { params: { query } }))),
    answer(publicApi.GET('/api/v1/instance')),
  ]);
  if (!account) notFound();
  // a provider that told no address: there is no mailbox that could take the account
  const isConfirmed = account.emailVerified || email.endsWith('.invalid');
  const hasProviders = identityProviders.length > 0 || account.providers.length > 0;
  return (
    <SettingsFrame title={t('title')} words={t('words')}>
      {account.hasPassword && (
        <section className="sec sec--first">
          <h2>{t('password')}</h2>
          <p className="muted">{t('passwordWords')}</p>
          <PasswordForm />
        </section>
      )}
      {!isConfirmed && (
        <section className="sec">
          <h2>{t('unconfirmed')}</h2>
          <p className="muted">{t('unconfirmedWords', { email })}</p>
          <MailNotice mail={mail} />
          <SendConfirmation email={email} />
        </section>
      )}
      {account.hasPassword && (
        <section className="sec">
          <h2>{t('secondFactor')}</h2>
          <p className="muted">{account.twoFactorEnabled ? t('factorOn') : t('factorOff')}</p>
          <SecondFactor isOn={account.twoFactorEnabled} mayTurnOn={isConfirmed} />
        </section>
      )}
      <section className="sec">
        <h2>{t('passkeys')}</h2>
        <p className="muted">{t('passkeysWords')}</p>
        <PasskeyList passkeys={account.passkeys} mayAdd={isConfirmed} />
      </section>
      {hasProviders && (
        <section className="sec">
          <h2>{t('providers')}</h2>
          <p className="muted">{t('providersWords')}</p>
          {error !== undefined && (
            <p role="alert" className="sm t-overdue">
              {t(error.startsWith('account_already_linked') ? 'linkProblem.taken' : 'linkProblem.failed')}
            </p>
          )}
          <ProviderLinks offered={identityProviders} linked={account.providers} />
        </section>
      )}
      <section className="sec">
        <h2>{t('devices')}</h2>
        <p className="muted">{t('devicesWords')}</p>
        <DeviceList devices={sessions} />
      </section>
    </SettingsFrame>
  );
}
