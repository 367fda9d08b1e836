import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { clockIn, dayIn } from '@/format/today';
import { useViewer } from '@/format/viewer-context';
import type { FormValues } from './form-values';
import type { LoggableVehicle } from './loggable-vehicle';

/** Says that the form began at the day of the entry before, and leads back to today. */
export function AsBefore({ vehicle, day }: { vehicle: LoggableVehicle; day: string | undefined }) {
  const t = useTranslations('quickAdd');
  const { format } = useViewer();
  const { watch, setValue } = useFormContext<FormValues>();
  if (day === undefined || watch('date') !== day) return null;
  function toToday() {
    const now = new Date();
    setValue('date', dayIn(vehicle.timeZone, now));
    setValue('clock', clockIn(vehicle.timeZone, now));
  }
  return (
    <p className="field--w sm muted" role="status">
      {t('asBefore', { date: format.dayMonthYear(day) })}{' '}
      <button type="button" className="link" onClick={toToday}>
        {t('toToday')}
      </button>
    </p>
  );
}
