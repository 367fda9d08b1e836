import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import Link from '@/ui/link';
import type { Vehicle } from '@/api/schema.gen';
import { departureOf } from '@/format/departure';
import { describe } from '@/format/vehicle-words';
import type { ViewerFormat } from '@/format/viewer-format';
import { Silhouette } from '@/ui/silhouette';

interface FormerListProps {
  readonly vehicles: readonly Vehicle[];
  readonly format: ViewerFormat;
}

/** Vehicles that were sold, handed over or laid up: their histories stay readable. */
export function FormerList({ vehicles, format }: FormerListProps) {
  const t = useTranslations('parting');
  return (
    <ul className="list">
      {vehicles.map((vehicle) => {
        const departure = departureOf(vehicle);
        return (
          <FormerVehicle key={vehicle.id} vehicle={vehicle} href={`/vehicles/${vehicle.id}`}>
            {departure && (
              <span className="sm muted num">
                {t(`since.${departure.stage}`, { date: format.dayMonthYear(departure.date) })}
              </span>
            )}
          </FormerVehicle>
        );
      })}
    </ul>
  );
}

interface FormerVehicleProps {
  readonly vehicle: Vehicle;
  /** None for what cannot be looked at. */
  readonly href?: string;
  readonly children: ReactNode;
}

/** A line about a vehicle that is not in the garage any more. */
export function FormerVehicle({ vehicle, href, children }: FormerVehicleProps) {
  const { kind, nickname } = vehicle;
  return (
    <li>
      <Silhouette kind={kind} />
      <div className="min-w-0">
        <h3>{href ? <Link href={href}>{nickname}</Link> : nickname}</h3>
        <p>{describe(vehicle)}</p>
      </div>
      {children}
    </li>
  );
}
