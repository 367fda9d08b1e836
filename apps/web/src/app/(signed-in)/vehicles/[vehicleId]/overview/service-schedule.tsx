import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Reminder } from '@/api/schema.gen';
import { DueWords } from '@/ui/due-words';
import { Gauge } from '@/ui/gauge';
import { dueOf } from '../../../reminders/groups';
import type { Seen } from './seen';

interface ServiceScheduleProps extends Seen {
  readonly reminders: readonly Reminder[];
}

const isOver = ({ state }: Reminder) => state === 'completed' || state === 'dismissed';

/** What is to be done, how much of its interval is used, and when it is expected. */
export function ServiceSchedule({ vehicle, format, reminders }: ServiceScheduleProps) {
  const t = useTranslations('overview.schedule');
  const open = reminders.filter((reminder) => !isOver(reminder));
  const words = useScheduleWords(format);
  return (
    <section className="chart">
      <div className="sub">
        <h2 id="schedule">{t('title')}</h2>
        <Link className="link sm" href={`/vehicles/${vehicle.id}/reminders`}>
          {t('edit')}
        </Link>
      </div>
      {open.length === 0 ? (
        <p className="muted chart__none">{t('none')}</p>
      ) : (
        <div className="tscroll" tabIndex={0} role="region" aria-labelledby="schedule">
          <table className="tbl schedule">
            <thead>
              <tr>
                <th scope="col">{t('work')}</th>
                <th scope="col" className="desk-c">
                  {t('since')}
                </th>
                <th scope="col">{t('used')}</th>
                <th scope="col" className="desk-c">
                  {t('due')}
                </th>
                <th scope="col" className="r">
                  {t('expected')}
                </th>
              </tr>
            </thead>
            <tbody>
              {open.map((reminder) => {
                const due = dueOf(reminder);
                return (
                  <tr key={reminder.id}>
                    <td className="strong">
                      {reminder.title}
                      <small>{words.every(reminder)}</small>
                    </td>
                    <td className="muted desk-c">{words.since(reminder)}</td>
                    <td className="schedule__used">
                      <Gauge progress={reminder.used} state={due?.state ?? 'later'} />
                    </td>
                    <td className="desk-c">{words.due(reminder)}</td>
                    <td className="r">
                      {due && due.state !== 'later' ? (
                        <DueWords due={due} format={format} />
                      ) : (
                        words.expected(reminder)
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function useScheduleWords(format: Seen['format']) {
  const t = useTranslations('overview.schedule');
  const distance = (metres: number) => Object.values(format.distanceM(metres)).join('\u00a0');
  const either = (words: readonly (string | null)[]) => {
    const [first, second] = words.filter((each) => each !== null);
    return first && second ? t('either', { first, second }) : (first ?? '');
  };
  return {
    every: ({ every }: Reminder) =>
      every
        ? t('every', {
            interval: either([
              every.distance ? Object.values(format.distance(every.distance)).join(' ') : null,
              every.months ? t('months', { count: every.months }) : null,
            ]),
          })
        : t('once'),
    since: ({ since }: Reminder) =>
      since.odometerM === null
        ? format.dayMonthYear(since.date)
        : t('sinceAt', { date: format.dayMonthYear(since.date), reading: distance(since.odometerM) }),
    due: ({ dueOdometer, dueDate }: Reminder) =>
      either([
        dueOdometer ? Object.values(format.distance(dueOdometer)).join(' ') : null,
        dueDate ? format.dayMonthYear(dueDate) : null,
      ]),
    expected: ({ dueOn, about }: Reminder) => {
      if (dueOn === null) return t('unknown');
      return about ? t('about', { date: format.dayMonthYear(dueOn) }) : format.dayMonthYear(dueOn);
    },
  };
}
