import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import Link from '@/ui/link';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { InvitationOffer, Me } from '@/api/schema.gen';
import { publicApi } from '@/session/server-session';
import { viewerOrNobody } from '@/session/viewer';
import { LanguageChoice } from '@/i18n/language-choice';
import { Logo } from '@/ui/logo';
import { Silhouette } from '@/ui/silhouette';
import { InvitationAnswer } from './invitation-answer';

interface InvitationPageProps {
  readonly params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitation'))('title'), referrer: 'no-referrer' };
}

/** What a link of an invitation opens, for anyone: the way in is offered to those who are not signed in yet. */
export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params;
  const [offer, me] = await Promise.all([offerOf(token), viewerOrNobody()]);
  return (
    <main className="account">
      <div className="account__form">
        <p className="logo">
          <Logo />
        </p>
        {offer?.status === 'pending' ? (
          <Offer token={token} offer={offer} me={me} />
        ) : (
          <Closed reason={offer?.status ?? 'unknown'} />
        )}
        <LanguageChoice />
      </div>
      <div className="account__scene" aria-hidden="true">
        <div className="account__stage">
          <Silhouette kind="van" cropped />
          <Silhouette kind="estate" cropped />
        </div>
        <div className="floor" />
      </div>
    </main>
  );
}

async function Offer({ token, offer, me }: { token: string; offer: InvitationOffer; me: Me | null }) {
  const t = await getTranslations('invitation');
  const roles = await getTranslations('roles');
  const format = await getFormatter();
  const { tenant, garage, role, expiresAt } = offer;
  const inviter = offer.invitedBy ?? t('someone');
  return (
    <>
      <h1>{t('heading', { tenant: tenant.name })}</h1>
      <p className="muted">{t('words', { inviter, role: roles(`tenant.${role}`) })}</p>
      <dl className="offer">
        <div>
          <dt>{t('role')}</dt>
          <dd>{roles(`tenant.${role}`)}</dd>
        </div>
        {garage && (
          <div>
            <dt>{t('garage')}</dt>
            <dd>{t('inGarage', { garage: garage.name, role: roles(`garage.${garage.role}`) })}</dd>
          </div>
        )}
        <div>
          <dt>{t('sentTo')}</dt>
          <dd>{offer.email}</dd>
        </div>
        <div>
          <dt>{t('until')}</dt>
          <dd>{format.dateTime(new Date(expiresAt), { dateStyle: 'long' })}</dd>
        </div>
      </dl>
      <InvitationAnswer token={token} sentTo={offer.email} signedInAs={me?.email} />
    </>
  );
}

async function Closed({ reason }: { reason: Exclude<InvitationOffer['status'], 'pending'> | 'unknown' }) {
  const t = await getTranslations('invitation');
  return (
    <>
      <h1>{t('closed')}</h1>
      <p className="muted">{t(`reason.${reason}`)}</p>
      <Link className="btn btn--big" href="/">
        {t('home')}
      </Link>
    </>
  );
}

async function offerOf(token: string): Promise<InvitationOffer | undefined> {
  try {
    return await answer(publicApi.GET('/api/v1/invitations/{token}', { params: { path: { token } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}
