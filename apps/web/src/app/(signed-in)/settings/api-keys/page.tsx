import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { SettingsFrame } from '../settings-frame';
import { KeyForm } from './key-form';
import { KeyList } from './key-list';
import { usefulScopes } from './useful-scopes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiKeys'))('title') };
}

/** Keys for programs: making one, and what there are. An owner sees those of every member. */
export default async function ApiKeysPage() {
  const t = await getTranslations('apiKeys');
  const api = await serverApi();
  const [me, keys] = await Promise.all([
    viewer(),
    everyItem((query) => answer(api.GET('/api/v1/api-keys', { params: { query } }))),
  ]);
  return (
    <SettingsFrame title={t('title')} words={t('of', { tenant: me.tenant.name })}>
      <section className="sec sec--first">
        <h2>{t('make')}</h2>
        <p className="muted">{t('makeWords')}</p>
        <KeyForm scopes={usefulScopes(me.allowedSomewhere)} />
      </section>
      {keys.length > 0 && (
        <section className="sec">
          <h2>{t('inUse')}</h2>
          <KeyList keys={keys} viewerId={me.id} />
        </section>
      )}
    </SettingsFrame>
  );
}
