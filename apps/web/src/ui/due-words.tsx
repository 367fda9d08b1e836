import { useTranslations } from 'next-intl';
import type { Due } from '@/format/due';
import type { ViewerFormat } from '@/format/viewer-format';
import { StateWords } from './state-words';

/** "112 km over", "in 9 days", "by 31 Dec": a shape and words, never a colour alone. */
export function DueWords({ due, format }: { due: Due; format: ViewerFormat }) {
  const t = useTranslations('due');
  const { state, by } = due;
  const distance = (metres: number) => Object.values(format.distanceM(Math.abs(metres))).join(' ');
  const words = due.projected
    ? t('byUsage')
    : 'hours' in by
      ? state === 'later'
        ? t('atHours', { hours: format.hours(by.atHours) })
        : t(state === 'overdue' ? 'hoursOver' : 'inHours', { hours: format.number(Math.abs(by.hours), 1) })
      : 'days' in by
        ? state === 'later'
          ? t('byDate', { date: format.dayMonth(by.date) })
          : t(state === 'overdue' ? 'daysOver' : 'inDays', { days: Math.abs(by.days) })
        : state === 'later'
          ? t('atDistance', { distance: distance(by.atM) })
          : t(state === 'overdue' ? 'distanceOver' : 'inDistance', { distance: distance(by.metres) });
  return <StateWords state={state}>{words}</StateWords>;
}
