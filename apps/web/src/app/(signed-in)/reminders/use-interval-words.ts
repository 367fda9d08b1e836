import { useTranslations } from 'next-intl';
import type { Reminder, VehicleSummary } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';

type NextDue = NonNullable<VehicleSummary['nextDue']>;

/** "every 6,000 km or 12 months", "every year, fixed"; nothing for what comes once. */
export function useIntervalWords(
  format: ViewerFormat,
): (reminder: Pick<Reminder | NextDue, 'every' | 'anchor'>) => string {
  const t = useTranslations('reminders.every');
  return ({ every, anchor }) => {
    if (!every) return '';
    const distance = distanceIn(every, format);
    const parts = [
      distance && Object.values(distance).join(' '),
      every.hours !== undefined && t('hours', { hours: every.hours }),
      every.months !== undefined && t('months', { months: every.months }),
    ].filter((part) => typeof part === 'string');
    const words = t('interval', { interval: parts.join(t('or')) });
    return anchor === 'schedule' ? t('fixed', { words }) : words;
  };
}

/** As it was typed, or of a summary, which counts in metres. */
function distanceIn(every: NonNullable<(Reminder | NextDue)['every']>, format: ViewerFormat) {
  if ('distance' in every && every.distance) return format.distance(every.distance);
  return 'distanceM' in every && every.distanceM !== undefined
    ? format.distanceM(every.distanceM)
    : undefined;
}
