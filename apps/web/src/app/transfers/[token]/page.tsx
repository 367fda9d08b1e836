import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { ApiProblem } from '@/api/api-problem';
import { answer } from '@/api/client';
import type { Me, TransferOffer } from '@/api/schema.gen';
import { ClosedOffer, OfferEnd, OfferFacts, OfferPage } from '@/offer/offer-page';
import { isSignedIn, publicApi, serverApi } from '@/session/server-session';
import { placesOf, type Place } from './places';
import { TransferAnswer } from './transfer-answer';

interface TransferPageProps {
  readonly params: Promise<{ token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transfer'))('title'), referrer: 'no-referrer' };
}

/** What a link of an offered vehicle opens, for anyone: the way in is offered to those who are not signed in yet. */
export default async function TransferPage({ params }: TransferPageProps) {
  const { token } = await params;
  const [offer, taker] = await Promise.all([offerOf(token), takerOf()]);
  return (
    <OfferPage vehicles={[offer?.vehicle.kind ?? 'car']}>
      {offer?.status === 'pending' ? (
        <Offer token={token} offer={offer} taker={taker} />
      ) : (
        <Closed reason={offer?.status ?? 'unknown'} />
      )}
    </OfferPage>
  );
}

interface Taker extends Pick<Me, 'email' | 'preferences'> {
  readonly places: readonly Place[];
}
type OfferProps = { token: string; offer: TransferOffer; taker: Taker | undefined };

async function Offer({ token, offer, taker }: OfferProps) {
  const t = await getTranslations('transfer');
  const format = await getFormatter();
  const { vehicle, history, contents, expiresAt } = offer;
  const name = [vehicle.make, vehicle.model, vehicle.year].filter(Boolean).join(' ') || t('aVehicle');
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'long', timeZone: 'UTC' });
  const { costs, notes, documents } = contents;
  const chosen = Object.entries({ costs, notes, documents }).flatMap(([content, goes]) =>
    goes ? t(`contents.${content as 'costs'}`) : [],
  );
  const facts = {
    vehicle: [name, vehicle.trim, vehicle.color].filter(Boolean).join(', '),
    ...(vehicle.vinEnding && { vin: t('vinEnding', { ending: vehicle.vinEnding }) }),
    history: history.firstDate
      ? t('historySince', { events: history.events, date: day(history.firstDate) })
      : t('noHistory'),
    ...(history.odometer && {
      odometer: `${format.number(history.odometer.value)} ${history.odometer.unit}`,
    }),
    along: chosen.length > 0 ? format.list(chosen) : t('nothingBesides'),
    sentTo: offer.email,
    until: <OfferEnd at={expiresAt} viewer={taker} />,
  };
  return (
    <>
      <h1>{t('heading', { vehicle: name })}</h1>
      <p className="muted">{t('words', { giver: offer.offeredBy ?? t('someone') })}</p>
      <OfferFacts
        facts={Object.entries(facts).map(([fact, value]) => [t(`facts.${fact as 'vehicle'}`), value])}
      />
      <TransferAnswer
        token={token}
        sentTo={offer.email}
        signedInAs={taker?.email}
        places={taker?.places ?? []}
      />
    </>
  );
}

async function Closed({ reason }: { reason: Exclude<TransferOffer['status'], 'pending'> | 'unknown' }) {
  const t = await getTranslations('transfer');
  return <ClosedOffer title={t('closed')} reason={t(`reason.${reason}`)} home={t('home')} />;
}

async function offerOf(token: string): Promise<TransferOffer | undefined> {
  try {
    const params = { path: { transferToken: token } };
    return await answer(publicApi.GET('/api/v1/transfers/{transferToken}', { params }));
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 422)) return undefined;
    throw error;
  }
}

async function takerOf(): Promise<Taker | undefined> {
  if (!(await isSignedIn())) return undefined;
  const { email, preferences } = await answer((await serverApi()).GET('/api/v1/me'));
  return { email, preferences, places: await placesOf() };
}
