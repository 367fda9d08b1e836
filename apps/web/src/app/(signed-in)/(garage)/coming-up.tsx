import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import type { Vehicle, VehicleSummary } from '@/api/schema.gen';
import { dueToday, namedBy, type Due } from '@/format/due';
import { markOfDue } from '@/format/mark-of-due';
import type { ViewerFormat } from '@/format/viewer-format';
import { DueWords } from '@/ui/due-words';
import { Mark } from '@/ui/mark';
import { useIntervalWords } from '../reminders/use-interval-words';

type NextDue = NonNullable<VehicleSummary['nextDue']>;

/** The rest is on the reminders' page. */
const mostRows = 12;

const urgency = { overdue: 0, soon: 1, later: 2 } as const;

/** After every day, where none can be told. */
const dayOf = ({ dueOn = '9999-12-31' }: { dueOn?: string }) => dueOn;

/** What is due next on each vehicle, what is overdue first, then what comes sooner. */
export function ComingUp(props: { vehicles: readonly Vehicle[]; today: string; format: ViewerFormat }) {
  const { vehicles, today, format } = props;
  const t = useTranslations('garage');
  const onceWords = useOnceWords(today, format);
  const intervalWords = useIntervalWords(format);
  const coming = vehicles.flatMap(({ id, nickname, summary }) => {
    const next = summary?.nextDue;
    const due = next && dueToday(next, { today, odometerM: summary.odometer?.odometerM ?? null });
    return due ? [{ vehicleId: id, nickname, next, due }] : [];
  });
  const shown = coming.toSorted(
    (a, b) => urgency[a.due.state] - urgency[b.due.state] || dayOf(a.next).localeCompare(dayOf(b.next)),
  );
  return (
    <section>
      <div className="sub">
        <h2>{t('comingUp')}</h2>
        <Link className="link sm" href="/reminders">
          {t('allReminders')}
        </Link>
      </div>
      {coming.length === 0 && <p className="muted">{t('nothingDue')}</p>}
      <ul className="list">
        {shown.slice(0, mostRows).map(({ vehicleId, nickname, next, due }) => (
          <li key={next.eventId}>
            <Mark type={markOfDue(next.serviceKind)} />
            <div>
              <h3>
                <Link href={`/vehicles/${vehicleId}?event=${next.eventId}`}>{next.title}</Link>
              </h3>
              <p>{[nickname, intervalWords(next) || onceWords(next, due)].filter(Boolean).join(', ')}</p>
            </div>
            <DueWords due={due} format={format} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "by 30 Nov", "at 62,000 km" of what comes up once, where it is not told beside it already. */
function useOnceWords(today: string, format: ViewerFormat) {
  const t = useTranslations('due');
  const year = (day: string) => day.slice(0, 4);
  return ({ dueDate, dueOdometerM }: Pick<NextDue, 'dueDate' | 'dueOdometerM'>, due: Due): string => {
    const named = namedBy(due);
    const date =
      dueDate && (year(dueDate) === year(today) ? format.dayMonth(dueDate) : format.dayMonthYear(dueDate));
    const distance = dueOdometerM !== undefined && Object.values(format.distanceM(dueOdometerM)).join(' ');
    return [
      date && named !== 'date' && t('byDate', { date }),
      distance && named !== 'mark' && t('atDistance', { distance }),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
