import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { InvitationOffer, Me } from '@/api/schema.gen';
import { ClosedOffer, OfferEnd, OfferFacts, OfferPage } from '@/offer/offer-page';
import { publicApi } from '@/session/server-session';
import { viewerOrNobody } from '@/session/viewer';
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
    <OfferPage vehicles={['van', 'estate']}>
      {offer?.status === 'pending' ? (
        <Offer token={token} offer={offer} me={me} />
      ) : (
        <Closed reason={offer?.status ?? 'unknown'} />
      )}
    </OfferPage>
  );
}

async function Offer({ token, offer, me }: { token: string; offer: InvitationOffer; me: Me | null }) {
  const t = await getTranslations('invitation');
  const roles = await getTranslations('roles');
  const { tenant, garage, role, expiresAt } = offer;
  const inviter = offer.invitedBy ?? t('someone');
  const inGarage = garage && t('inGarage', { garage: garage.name, role: roles(`garage.${garage.role}`) });
  const facts = [
    [t('role'), roles(`tenant.${role}`)],
    ...(inGarage ? [[t('garage'), inGarage] as const] : []),
    [t('sentTo'), offer.email],
    [t('until'), <OfferEnd key="until" at={expiresAt} viewer={me} />],
  ] as const;
  return (
    <>
      <h1>{t('heading', { tenant: tenant.name })}</h1>
      <p className="muted">{t('words', { inviter, role: roles(`tenant.${role}`) })}</p>
      <OfferFacts facts={facts} />
      <InvitationAnswer token={token} sentTo={offer.email} signedInAs={me?.email} />
    </>
  );
}

async function Closed({ reason }: { reason: Exclude<InvitationOffer['status'], 'pending'> | 'unknown' }) {
  const t = await getTranslations('invitation');
  return <ClosedOffer title={t('closed')} reason={t(`reason.${reason}`)} home={t('home')} />;
}

async function offerOf(token: string): Promise<InvitationOffer | undefined> {
  try {
    return await answer(publicApi.GET('/api/v1/invitations/{token}', { params: { path: { token } } }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}
