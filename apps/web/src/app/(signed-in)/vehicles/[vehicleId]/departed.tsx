import { useTranslations } from 'next-intl';
import type { Vehicle } from '@/api/schema.gen';
import { departureOf } from '@/format/departure';
import { may } from '@/format/may';
import type { ViewerFormat } from '@/format/viewer-format';
import { BringBack } from './bring-back';

interface DepartedProps {
  readonly vehicle: Vehicle;
  readonly format: ViewerFormat;
}

/** Says that a vehicle has left the garage, with the way back where there is one. */
export function Departed({ vehicle, format }: DepartedProps) {
  const t = useTranslations('parting');
  const departure = departureOf(vehicle);
  if (!departure) return null;
  const { stage, date, eventId } = departure;
  const isCopy = vehicle.handedOverAt !== null;
  return (
    <p className="departed" role="note">
      <span>
        {t(`stands.${stage}`, { date: format.dayMonthYear(date) })}{' '}
        {isCopy ? t('copyWords') : t('quietWords')}
      </span>
      {!isCopy && may(vehicle, 'event.correct-others') && (
        <BringBack vehicleId={vehicle.id} eventId={eventId} words={t('back')} />
      )}
    </p>
  );
}
