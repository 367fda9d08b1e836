import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TimelineItem } from '@/api/schema.gen';
import { describe } from '@/format/vehicle-words';
import { useViewer } from '@/format/viewer-context';
import type { LoggableVehicle } from './loggable-vehicle';

interface SheetHeadProps {
  readonly vehicles: readonly LoggableVehicle[];
  readonly vehicle: LoggableVehicle;
  readonly correcting: TimelineItem | undefined;
  readonly onVehicle: (id: string) => void;
}

/** Whose entry it is, and as long as it is a new one, which vehicle's it could be instead. */
export function SheetHead({ vehicles, vehicle, correcting, onVehicle }: SheetHeadProps) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { odometer } = vehicle;
  const quiet = [describe(vehicle), odometer && Object.values(format.distance(odometer)).join(' ')];
  return (
    <div className="sheet__hd">
      <Dialog.Title>
        {correcting ? (
          t('correctTitle', { date: format.dayMonth(correcting.date) })
        ) : (
          <VehicleChoice vehicles={vehicles} vehicle={vehicle} onVehicle={onVehicle} />
        )}
      </Dialog.Title>
      <span className="sm faint desk">{quiet.filter(Boolean).join(' · ')}</span>
      <Dialog.Close className="btn btn--quiet btn--icon" aria-label={t('close')}>
        <X className="i i-lg" />
      </Dialog.Close>
    </div>
  );
}

function VehicleChoice({ vehicles, vehicle, onVehicle }: Omit<SheetHeadProps, 'correcting'>) {
  const t = useTranslations('quickAdd');
  if (vehicles.length === 1) return t('title', { nickname: vehicle.nickname });
  return (
    <label className="sheet__veh">
      {t('titleBefore')}
      <select value={vehicle.id} onChange={(event) => onVehicle(event.target.value)}>
        {vehicles.map(({ id, nickname }) => (
          <option key={id} value={id}>
            {nickname}
          </option>
        ))}
      </select>
    </label>
  );
}
