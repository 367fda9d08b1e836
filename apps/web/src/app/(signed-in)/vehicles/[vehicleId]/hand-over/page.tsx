import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import { may } from '@/format/may';
import { serverApi } from '@/session/server-session';
import { vehicleOf } from '../vehicle-page';
import { OfferForm } from './offer-form';
import { OfferList } from './offer-list';

interface HandOverPageProps {
  readonly params: Promise<{ vehicleId: string }>;
}

export async function generateMetadata({ params }: HandOverPageProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('handOver'))('title', { vehicle: nickname }) };
}

/** Offers the vehicle to somebody who keeps their own garage, and shows what became of earlier offers. */
export default async function HandOverPage({ params }: HandOverPageProps) {
  const { vehicleId } = await params;
  const t = await getTranslations('handOver');
  const api = await serverApi();
  if (!may(await vehicleOf(vehicleId), 'vehicle.transfer')) notFound();
  const path = { vehicleId };
  const offers = await everyItem((query) =>
    answer(api.GET('/api/v1/vehicles/{vehicleId}/transfers', { params: { path, query } })),
  );
  return (
    <div className="wrap wrap--form">
      <section className="sec">
        <h2>{t('heading')}</h2>
        <p className="muted">{t('words')}</p>
        <OfferForm vehicleId={vehicleId} />
      </section>
      {offers.length > 0 && <OfferList transfers={offers} />}
    </div>
  );
}
