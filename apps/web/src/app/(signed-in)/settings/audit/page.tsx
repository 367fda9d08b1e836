import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { everyMember } from '../members/every-member';
import { SettingsFrame } from '../settings-frame';
import { PersonFilter } from './person-filter';
import { Trail } from './trail';
import { trailDays } from './trail-days';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

interface AuditPageProps {
  readonly searchParams: Promise<{ readonly person?: string; readonly cursor?: string }>;
}

/** Who came in, and who changed what others may do: for owners. Written by nobody's hand, changed by none. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  const t = await getTranslations('audit');
  const { person, cursor } = await searchParams;
  const api = await serverApi();
  const me = await viewer();
  if (!me.allowed.includes('audit.read')) notFound();
  const query = { limit: 50, ...(person && { actorId: person }), ...(cursor && { cursor }) };
  const [members, page] = await Promise.all([
    everyMember(api, me.tenant.id),
    answer(api.GET('/api/v1/audit', { params: { query } })),
  ]);
  const { timeZone } = me.preferences;
  const older =
    page.nextCursor && new URLSearchParams({ ...(person && { person }), cursor: page.nextCursor });
  return (
    <SettingsFrame title={t('title')} words={t('words', { tenant: me.tenant.name })}>
      <PersonFilter people={members} chosen={person} />
      {page.items.length === 0 && <p className="muted">{t('nothing')}</p>}
      <Trail
        days={trailDays(page.items, timeZone)}
        format={viewerFormat(me.preferences)}
        timeZone={timeZone}
      />
      <nav className="sec__acts" aria-label={t('pages')}>
        {cursor && (
          <Link
            className="btn btn--tap"
            href={person ? `?${new URLSearchParams({ person })}` : '/settings/audit'}
          >
            {t('newest')}
          </Link>
        )}
        {older && (
          <Link className="btn btn--tap" href={`?${older}`}>
            {t('older')}
          </Link>
        )}
      </nav>
    </SettingsFrame>
  );
}
