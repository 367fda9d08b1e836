import { distanceFromM, distanceM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { OdometerHistory, Reminder } from '@/api/schema.gen';
import { ChartFigure, mostTableRows, type ChartTable } from '@/charts/chart-figure';
import { dateOf } from '@/charts/days';
import { thinned } from '@/charts/thinned';
import { OdometerDrawing, type DueMark } from './odometer-drawing';
import { dayReached, projectOdometer, type Projection } from './odometer-projection';
import type { Seen } from './seen';
import { takenAway } from './taken-away';

type Reading = OdometerHistory['readings'][number];

interface OdometerChartProps extends Seen {
  readonly readings: readonly Reading[];
  readonly reminders: readonly Reminder[];
  /** The vehicle is seen as it was on that day. */
  readonly past: boolean;
}

/** The odometer as far back as is asked for and, dashed, of the year to come. */
export function OdometerChart(props: OdometerChartProps) {
  const { vehicle, format, today, since, readings, reminders, past } = props;
  const t = useTranslations('overview.odometer');
  const valid = readings.filter((reading) => !reading.void);
  const inside = insideOf(valid, since);
  const voids = readings.filter((reading) => reading.void && reading.date >= since);
  const shownIds = new Set([...inside, ...voids].map(({ eventId }) => eventId));
  const table = useOdometerTable(
    readings.filter(({ eventId }) => shownIds.has(eventId)),
    { format },
  );
  const current = valid[0];
  if (!current) {
    return (
      <section className="chart">
        <h2>{t('title')}</h2>
        <p className="muted chart__none">{t('none')}</p>
      </section>
    );
  }
  const projection = projectOdometer(valid, today);
  const inYear = projection && projection.fromM + projection.metresPerDay * 365;
  const withUnit = (metres: number) => Object.values(format.distanceM(metres)).join(' ');
  const words = projection
    ? t('words', {
        perDay: withUnit(projection.metresPerDay),
        inYear: withUnit(roundedM(inYear!, format.distanceUnit)),
      })
    : t('wordsNow', { reading: withUnit(current.odometerM) });
  const shown = { valid: thinned(inside.toReversed(), mostPoints), voids };
  return (
    <ChartFigure
      takesAway={takenAway(vehicle, 'odometer')}
      title={t('title')}
      words={words}
      file={`${vehicle.nickname} ${t('title')} ${today}`}
      draw={(size) => (
        <OdometerDrawing
          {...{ size, format, today, projection, ...shown }}
          todayWords={past ? format.dayMonthYear(today) : t('today')}
          due={projection ? dueMarks(reminders, projection) : []}
          label={t('label', { reading: withUnit(current.odometerM), words })}
        />
      )}
      legend={null}
      table={table}
    />
  );
}

/** More points than these cannot be told apart on the line. */
const mostPoints = 150;

/** The readings since a day and, where they make no line, the one before, from which it comes. */
function insideOf(newestFirst: readonly Reading[], since: string): readonly Reading[] {
  const before = newestFirst.find(({ date }) => date < since);
  const inside = newestFirst.filter(({ date }) => date >= since);
  return inside.length > 1 || !before ? inside : [...inside, before];
}

const mostMarks = 2;

function dueMarks(reminders: readonly Reminder[], projection: Projection): DueMark[] {
  return reminders
    .flatMap(({ id, title, dueOdometer, dueOn, about }) => {
      const atM = dueOdometer && distanceM(dueOdometer);
      const day = atM && dayReached(projection, atM);
      // By distance the reminder itself knows best; by a date that comes before, the line is all that tells when.
      return day ? [{ id, title, atM, day, on: about && dueOn ? dueOn : dateOf(day) }] : [];
    })
    .toSorted((a, b) => a.day - b.day)
    .slice(0, mostMarks);
}

/** A projection is no reading: to the hundred. */
function roundedM(metres: number, unit: 'km' | 'mi'): number {
  const hundred = (metres / distanceFromM(metres, unit)) * 100;
  return Math.round(metres / hundred) * hundred;
}

function useOdometerTable(readings: readonly Reading[], { format }: Pick<Seen, 'format'>): ChartTable {
  const t = useTranslations('overview.odometer');
  const shown = readings.slice(0, mostTableRows);
  return {
    caption: t('caption'),
    columns: [
      { name: t('date') },
      { name: t('reading', { unit: format.distanceUnit }), figure: true },
      { name: t('state') },
    ],
    rows: shown.map((reading) => ({
      key: reading.eventId,
      cells: [
        format.dayMonthYear(reading.date),
        format.distance(reading.odometer).value,
        reading.void ? t('notCounted') : t('counted'),
      ],
    })),
    csv: readings.map((reading) => [
      reading.date,
      distanceFromM(reading.odometerM, format.distanceUnit),
      reading.void ? t('notCounted') : t('counted'),
    ]),
  };
}
