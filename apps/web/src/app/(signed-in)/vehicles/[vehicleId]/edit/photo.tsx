'use client';

import { Camera } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { VehiclePicture } from '@/ui/vehicle-picture';
import { usePhoto } from './use-photo';

interface PhotoProps {
  readonly vehicle: Vehicle;
  readonly tenantId: string;
}

/** The photo by which people know a vehicle, in the place of its drawing. */
export function Photo({ vehicle, tenantId }: PhotoProps) {
  const t = useTranslations('vehicleForm.photo');
  const { busy, choose, remove } = usePhoto(vehicle);
  return (
    <section className="photo-of" aria-busy={busy}>
      <div className="photo-of__stage">
        <VehiclePicture vehicle={vehicle} tenantId={tenantId} />
        <div className="floor" />
      </div>
      <div className="photo-of__ways">
        <label className="btn btn--tap">
          <Camera className="i" />
          {t(busy ? 'sending' : vehicle.imageId ? 'change' : 'choose')}
          <input
            className="sr"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            disabled={busy}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) void choose(file);
            }}
          />
        </label>
        {vehicle.imageId && (
          <button
            type="button"
            className="btn btn--quiet btn--tap"
            disabled={busy}
            onClick={() => void remove()}
          >
            {t('remove')}
          </button>
        )}
        <p className="sm muted">{t('hint')}</p>
      </div>
    </section>
  );
}
