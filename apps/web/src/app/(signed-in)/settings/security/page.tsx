import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import { serverApi } from '@/session/server-session';
import { SettingsFrame } from '../settings-frame';
import { DeviceList } from './device-list';
import { PasskeyList } from './passkey-list';
import { PasswordForm } from './password-form';
import { SecondFactor } from './second-factor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('security'))('title') };
}

/** By what one gets in, and where one is in. */
export default async function SecurityPage() {
  const t = await getTranslations('security');
  const api = await serverApi();
  const [{ data: account }, { items }] = await Promise.all([
    api.GET('/api/v1/me/account'),
    answer(api.GET('/api/v1/me/sessions')),
  ]);
  if (!account) notFound();
  return (
    <SettingsFrame title={t('title')} words={t('words')}>
      {account.hasPassword && (
        <>
          <section className="sec sec--first">
            <h2>{t('password')}</h2>
            <p className="muted">{t('passwordWords')}</p>
            <PasswordForm />
          </section>
          <section className="sec">
            <h2>{t('secondFactor')}</h2>
            <p className="muted">{account.twoFactorEnabled ? t('factorOn') : t('factorOff')}</p>
            <SecondFactor isOn={account.twoFactorEnabled} />
          </section>
        </>
      )}
      <section className="sec">
        <h2>{t('passkeys')}</h2>
        <p className="muted">{t('passkeysWords')}</p>
        <PasskeyList passkeys={account.passkeys} />
      </section>
      <section className="sec">
        <h2>{t('devices')}</h2>
        <p className="muted">{t('devicesWords')}</p>
        <DeviceList devices={items} />
      </section>
    </SettingsFrame>
  );
}
