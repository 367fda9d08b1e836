import { useTranslations } from 'next-intl';
import { dayIn } from '@/format/today';
import type { ViewerFormat } from '@/format/viewer-format';

/** "Today, 18:42", or the day. */
export function useWhenWords() {
  const t = useTranslations('quickAdd');
  return (date: string, clock: string, format: ViewerFormat): string => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return t('date');
    const today = date === dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
    const day = today ? t('today') : `${format.weekday(date)} ${format.dayMonth(date)}`;
    return [day, clock].filter(Boolean).join(', ');
  };
}
