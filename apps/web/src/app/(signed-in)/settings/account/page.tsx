import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import type { Preferences } from '@/api/schema.gen';
import { viewerFormat } from '@/format/viewer-format';
import { publicApi, serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { SettingsFrame } from '../settings-frame';
import { AcceptTerms } from './accept-terms';
import { AddressForm } from './address-form';
import { DeleteAccount } from './delete-account';
import { NameForm } from './name-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accountSettings'))('title') };
}

/** Name, address, terms, and the way out. */
export default async function AccountPage() {
  const t = await getTranslations('accountSettings');
  const api = await serverApi();
  const [me, terms, instance] = await Promise.all([
    viewer(),
    answer(api.GET('/api/v1/me/terms')),
    answer(publicApi.GET('/api/v1/instance')),
  ]);
  const { data: account } = await api.GET('/api/v1/me/account');
  return (
    <SettingsFrame title={t('title')} words={me.email}>
      {account ? (
        <>
          <section className="sec sec--first">
            <h2>{t('name')}</h2>
            <NameForm name={me.name} />
          </section>
          <section className="sec">
            <h2>{t('address')}</h2>
            <AddressForm
              email={me.email}
              isConfirmed={account.emailVerified}
              hasPassword={account.hasPassword}
              mail={instance.mail}
            />
          </section>
        </>
      ) : (
        <p className="muted">{t('elsewhere')}</p>
      )}
      <section className="sec">
        <h2>{t('terms')}</h2>
        <Accepted terms={terms} preferences={me.preferences} />
      </section>
      {account && (
        <section className="sec">
          <h2>{t('leave')}</h2>
          <p className="muted">{t('leaveWords')}</p>
          <DeleteAccount hasPassword={account.hasPassword} />
        </section>
      )}
    </SettingsFrame>
  );
}

interface AcceptedProps {
  readonly terms: { current: string; accepted: { version: string; acceptedAt: string }[] };
  readonly preferences: Preferences;
}

async function Accepted({ terms, preferences }: AcceptedProps) {
  const t = await getTranslations('accountSettings');
  const own = terms.accepted.find(({ version }) => version === terms.current);
  return (
    <>
      <p className="muted">
        {own
          ? t('termsAccepted', {
              version: own.version,
              date: viewerFormat(preferences).moment(own.acceptedAt, preferences.timeZone),
            })
          : t('termsOpen', { version: terms.current })}
      </p>
      <AcceptTerms version={terms.current} isAccepted={own !== undefined} />
    </>
  );
}
