import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '@/api/client';
import { everyItem } from '@/api/every-item';
import { may } from '@/format/may';
import { dayIn } from '@/format/today';
import { viewerFormat } from '@/format/viewer-format';
import { serverApi } from '@/session/server-session';
import { viewer } from '@/session/viewer';
import { vehicleOf } from '../vehicle-page';
import { TariffForm } from './tariff-form';
import { TariffList } from './tariff-list';

interface TariffsPageProps {
  readonly params: Promise<{ vehicleId: string }>;
}

export async function generateMetadata({ params }: TariffsPageProps): Promise<Metadata> {
  const { nickname } = await vehicleOf((await params).vehicleId);
  return { title: (await getTranslations('tariffs'))('documentTitle', { nickname }) };
}

/** What a kilowatt-hour costs where the vehicle is charged, from which day on, and at which hours. */
export default async function TariffsPage({ params }: TariffsPageProps) {
  const { vehicleId } = await params;
  const t = await getTranslations('tariffs');
  const api = await serverApi();
  const path = { vehicleId };
  const [vehicle, me, tariffs] = await Promise.all([
    vehicleOf(vehicleId),
    viewer(),
    everyItem((query) =>
      answer(api.GET('/api/v1/vehicles/{vehicleId}/tariffs', { params: { path, query } })),
    ),
  ]);
  const mayChange = may(vehicle, 'vehicle.manage');
  return (
    <div className="wrap wrap--form">
      <section className="sec sec--first">
        <h2>{t('title')}</h2>
        <p className="muted">{t('words')}</p>
        <TariffList tariffs={tariffs} format={viewerFormat(me.preferences)} mayChange={mayChange} />
      </section>
      {mayChange && <TariffForm vehicle={vehicle} today={dayIn(vehicle.timeZone)} />}
    </div>
  );
}
