import { useTranslations } from 'next-intl';
import type { Reminder, Vehicle } from '@/api/schema.gen';
import Link from '@/ui/link';

interface VehicleFilterProps {
  readonly vehicles: readonly Vehicle[];
  readonly reminders: readonly Reminder[];
  readonly chosen: string | undefined;
}

/** Of more vehicles than these only those with a reminder are offered: the others would filter everything out. */
const mostOffered = 12;

/** The reminders of one vehicle, or of all; nothing where there is no choice. */
export function VehicleFilter({ vehicles, reminders, chosen }: VehicleFilterProps) {
  const t = useTranslations('reminders');
  const reminded = new Set(reminders.map(({ vehicleId }) => vehicleId));
  const offered = vehicles.filter(
    ({ id }) => vehicles.length <= mostOffered || id === chosen || reminded.has(id),
  );
  if (offered.length < 2) return null;
  return (
    <nav className="filters" aria-label={t('filter')}>
      <Link className="chip" href="/reminders" {...(!chosen && { 'aria-current': 'true' })}>
        {t('allVehicles')}
      </Link>
      {offered.map(({ id, nickname }) => (
        <Link
          key={id}
          className="chip"
          href={`/reminders?vehicle=${id}`}
          {...(chosen === id && { 'aria-current': 'true' })}
        >
          {nickname}
        </Link>
      ))}
    </nav>
  );
}
