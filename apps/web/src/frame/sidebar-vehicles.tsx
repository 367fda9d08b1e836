import { Archive } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Glance } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import type { LoggableVehicle } from '@/quick-add/loggable-vehicle';
import { Silhouette } from '@/ui/silhouette';
import { NavLink } from './nav-link';
import { vehiclesAtHand } from './vehicles-at-hand';

interface SidebarVehiclesProps {
  /** Those at hand. */
  readonly vehicles: readonly LoggableVehicle[];
  readonly counts: Glance['counts'];
  readonly format: ViewerFormat;
}

/** The vehicles at hand, and the way to those that are no longer here. */
export function SidebarVehicles({ vehicles, counts, format }: SidebarVehiclesProps) {
  const t = useTranslations('frame');
  const { present, former } = counts;
  if (present + former === 0) return null;
  return (
    <nav aria-label={t('vehicles')}>
      <h2>{t('vehicles')}</h2>
      <ul>
        {vehiclesAtHand(vehicles, present).map(({ id, kind, nickname, odometer }) => (
          <li key={id}>
            <NavLink className="nav" href={`/vehicles/${id}`} deep>
              <Silhouette kind={kind} />
              <span className="truncate">{nickname}</span>
              {odometer && <span className="n num">{format.distance(odometer).value}</span>}
            </NavLink>
          </li>
        ))}
        {former > 0 && (
          <li>
            <NavLink className="nav" href="/vehicles/former">
              <Archive className="i" />
              <span>{t('former')}</span>
              <span className="n num">{format.number(former)}</span>
            </NavLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
