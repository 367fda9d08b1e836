'use client';

import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { useVehicleRemoval } from '../use-vehicle-removal';

/** Takes a vehicle out of the garage. It can be brought back; its history stays. */
export function RemoveVehicle({ vehicle }: { vehicle: Vehicle }) {
  const t = useTranslations('vehicle');
  const remove = useVehicleRemoval(vehicle);
  return (
    <section className="sec">
      <h2>{t('removeTitle')}</h2>
      <p className="muted">{t('removeWords')}</p>
      <button type="button" className="btn btn--tap" onClick={() => void remove()}>
        {t('remove')}
      </button>
    </section>
  );
}
