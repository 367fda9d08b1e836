import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';
import { Bay } from './bay';
import type { garageGroups } from './garage-groups';

interface BaysProps {
  readonly groups: ReturnType<typeof garageGroups<Vehicle>>;
  readonly tenantId: string;
  readonly today: string;
  readonly format: ViewerFormat;
}

/** The vehicles on the floor, under the names of their garages where they stand in more than one. */
export function Bays({ groups, ...shown }: BaysProps) {
  const t = useTranslations('garage');
  const isNamed = groups.length > 1;
  return groups.map(({ garage, vehicles }) => (
    <section
      key={garage?.id ?? ''}
      className="bays__group"
      aria-labelledby={isNamed ? idOf(garage) : undefined}
    >
      {isNamed && (
        <h2 className="bays__name" id={idOf(garage)}>
          {garage?.name ?? t('inNoGarage')}
        </h2>
      )}
      <ul className="bays">
        {vehicles.map((vehicle) => (
          <Bay key={vehicle.id} vehicle={vehicle} heading={isNamed ? 'h3' : 'h2'} {...shown} />
        ))}
      </ul>
    </section>
  ));
}

const idOf = (garage: { id: string } | null) => `garage-${garage?.id ?? 'none'}`;
