import { PlugZap, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import { PlaceList } from '@/ui/place-list';

/** The pages below the details: what electricity costs, and the way to another owner. */
export function DetailPlaces({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('vehicle');
  const below = (page: string) => `/vehicles/${vehicle.id}/${page}`;
  const places = [
    ...(vehicle.energies.includes('electricity')
      ? [{ href: below('tariffs'), Icon: PlugZap, title: t('tariffs'), words: t('tariffsWords') }]
      : []),
    ...(may(vehicle, 'vehicle.transfer')
      ? [{ href: below('hand-over'), Icon: Send, title: t('handOver'), words: t('handOverWords') }]
      : []),
  ];
  if (places.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('more')}</h2>
      <PlaceList places={places} />
    </section>
  );
}
