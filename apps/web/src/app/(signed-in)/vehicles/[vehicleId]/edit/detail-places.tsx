import { ChevronRight, PlugZap, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { may } from '@/format/may';
import Link from '@/ui/link';

/** The pages below the details: what electricity costs, and the way to another owner. */
export function DetailPlaces({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('vehicle');
  const places = [
    ...(vehicle.energies.includes('electricity')
      ? [{ name: 'tariffs' as const, page: 'tariffs', Icon: PlugZap }]
      : []),
    ...(may(vehicle, 'vehicle.transfer')
      ? [{ name: 'handOver' as const, page: 'hand-over', Icon: Send }]
      : []),
  ];
  if (places.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('more')}</h2>
      <ul className="list">
        {places.map(({ name, page, Icon }) => (
          <li key={name}>
            <span className="av" aria-hidden="true">
              <Icon className="i" />
            </span>
            <div>
              <h3>
                <Link href={`/vehicles/${vehicle.id}/${page}`}>{t(name)}</Link>
              </h3>
              <p>{t(`${name}Words`)}</p>
            </div>
            <ChevronRight className="i muted" aria-hidden="true" />
          </li>
        ))}
      </ul>
    </section>
  );
}
