import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Vehicle } from '@/api/schema.gen';
import { departureOf } from '@/format/departure';
import { describe } from '@/format/vehicle-words';
import type { ViewerFormat } from '@/format/viewer-format';
import { Silhouette } from '@/ui/silhouette';

interface DepartedVehiclesProps {
  readonly vehicles: readonly Vehicle[];
  readonly format: ViewerFormat;
}

/** What was sold, handed over or laid up: still there to be read, out of the way. */
export function DepartedVehicles({ vehicles, format }: DepartedVehiclesProps) {
  const t = useTranslations('parting');
  if (vehicles.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="departed">
      <h2 id="departed">{t('group')}</h2>
      <ul className="list">
        {vehicles.map((vehicle) => {
          const departure = departureOf(vehicle);
          return (
            <li key={vehicle.id}>
              <Silhouette kind={vehicle.kind} />
              <div className="min-w-0">
                <h3>
                  <Link href={`/vehicles/${vehicle.id}`}>{vehicle.nickname}</Link>
                </h3>
                <p>{describe(vehicle)}</p>
              </div>
              {departure && (
                <span className="sm muted num">
                  {t(`since.${departure.stage}`, { date: format.dayMonthYear(departure.date) })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
