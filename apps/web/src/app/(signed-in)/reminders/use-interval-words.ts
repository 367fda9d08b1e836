import { useTranslations } from 'next-intl';
import type { Reminder } from '@/api/schema.gen';
import { useViewer } from '@/format/viewer-context';

/** "every 6,000 km or 12 months", "every year, fixed"; nothing for what comes once. */
export function useIntervalWords(): (reminder: Pick<Reminder, 'every' | 'anchor'>) => string {
  const t = useTranslations('reminders.every');
  const { format } = useViewer();
  return ({ every, anchor }) => {
    if (!every) return '';
    const parts = [
      every.distance && Object.values(format.distance(every.distance)).join(' '),
      every.hours !== undefined && t('hours', { hours: every.hours }),
      every.months !== undefined && t('months', { months: every.months }),
    ].filter((part) => typeof part === 'string');
    const words = t('interval', { interval: parts.join(t('or')) });
    return anchor === 'schedule' ? t('fixed', { words }) : words;
  };
}
