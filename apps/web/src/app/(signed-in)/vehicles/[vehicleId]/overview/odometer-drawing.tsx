import { distanceFromM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { ChartSize } from '@/charts/chart-figure';
import { dayNumber, monthTicks } from '@/charts/days';
import { labelSpots, marginOf, type Label, type Spot } from '@/charts/label-spots';
import { linear, niceTicks } from '@/charts/scales';
import { TimeAxis } from '@/charts/time-axis';
import type { ViewerFormat } from '@/format/viewer-format';
import type { DatedReading, Projection } from './odometer-projection';

export interface DueMark {
  readonly id: string;
  readonly title: string;
  readonly atM: number;
  /** When the line is there. */
  readonly day: number;
  /** When it is expected, as it is said everywhere else. */
  readonly on: string;
}

interface OdometerDrawingProps {
  readonly size: ChartSize;
  readonly valid: readonly DatedReading[];
  /** Readings that do not count: they stand outside the frame. */
  readonly voids: readonly DatedReading[];
  readonly projection: Projection | null;
  readonly due: readonly DueMark[];
  readonly today: string;
  /** How the day from which the line is a projection is called. */
  readonly todayWords: string;
  readonly format: ViewerFormat;
  readonly label: string;
}

const leastLeft = 52;
const top = 28;
const bottom = 196;
/** More readings than these are a line without dots, which would run into each other. */
const mostDots = 75;

export function OdometerDrawing(props: OdometerDrawingProps) {
  const { size, valid, voids, projection, due, today, todayWords, format, label } = props;
  const t = useTranslations('overview.odometer');
  const right = size.width - 8;
  const first = dayNumber(valid[0]!.date);
  const last = projection?.toDay ?? Math.max(dayNumber(today), dayNumber(valid.at(-1)!.date), first + 1);
  const end = projection && reach(projection, last, projection.fastest);
  const inUnit = (metres: number) => distanceFromM(metres, format.distanceUnit);
  const ticks = niceTicks(inUnit(valid[0]!.odometerM), inUnit(end ?? valid.at(-1)!.odometerM), 4);
  const left = marginOf(
    ticks.map((tick) => format.number(tick)),
    leastLeft,
  );
  const x = linear([first, last], [left, right]);
  const scale = linear([ticks[0]!, ticks.at(-1)!], [bottom, top]);
  const y = (metres: number) => scale(inUnit(metres));
  const now = dayNumber(today);
  const nowLabel = { words: todayWords, spots: rows({ x: x(now) + 5, textAnchor: 'start' }) };
  const days = due.map(({ day, on }): Label => {
    const atEnd = x(day) > right - 90;
    const beside = { x: atEnd ? x(day) - 5 : x(day) + 5, textAnchor: atEnd ? 'end' : 'start' } as const;
    return { words: t('about', { date: format.dayMonth(on) }), spots: rows(beside) };
  });
  const names = due.map(({ title, atM }): Label => {
    const words = `${title}, ${Object.values(format.distanceM(atM)).join(' ')}`;
    const spots = [y(atM) - 6, y(atM) + 14, y(atM) - 20].map((height) => ({ x: left + 4, y: height }));
    return { words, spots: spots.map((spot) => ({ ...spot, textAnchor: 'start' })) };
  });
  const labels = [nowLabel, ...days, ...names];
  const spots = labelSpots(labels).map((spot, index) => ({ ...(spot ?? labels[index]!.spots[0]!) }));
  return (
    <svg viewBox={`0 0 ${size.width} ${bottom + 24}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="gr" d={`M${left} ${scale(tick)}H${right}`} />
          <text x={left - 8} y={scale(tick) + 4} textAnchor="end">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {projection && <Projected projection={projection} x={x} y={y} />}
      {due.map(({ id, day, atM }) => (
        <g key={id}>
          <path className="duel" d={`M${left} ${y(atM)}H${x(day)}V${bottom}`} />
          <rect className="duept" x={x(day) - 4} y={y(atM) - 4} width="8" height="8" rx="1.5" />
        </g>
      ))}
      <path className="odo" d={pathOf(valid, x, y)} />
      {valid.length <= mostDots &&
        valid.map(({ date, odometerM }, index) => (
          <circle key={index} className="odopt" cx={x(dayNumber(date))} cy={y(odometerM)} r="2.5" />
        ))}
      {projection && (
        <>
          <path className="now" d={`M${x(now)} ${top}V${bottom}`} />
          <text className="a on" {...spots[0]}>
            {todayWords}
          </text>
        </>
      )}
      {due.map(({ id }, index) => (
        <g key={id}>
          <text className="b on" {...spots[1 + due.length + index]}>
            {names[index]!.words}
          </text>
          <text className="on" {...spots[1 + index]}>
            {days[index]!.words}
          </text>
        </g>
      ))}
      {voids.slice(0, 1).map(({ date, odometerM }) => {
        const at = x(dayNumber(date));
        const nearEnd = at > size.width / 2;
        return (
          <g key={date}>
            <path className="voidpt" d={`M${at} 6l5 9h-10Z`} />
            <text x={nearEnd ? at - 10 : at + 10} y="15" textAnchor={nearEnd ? 'end' : 'start'}>
              {t('void', { reading: format.distanceM(odometerM).value })}
            </text>
          </g>
        );
      })}
      <TimeAxis
        ticks={monthTicks(first, last, size.narrow ? 5 : 9)}
        x={x}
        y={bottom}
        ends={[left, right]}
        format={format}
      />
    </svg>
  );
}

type Place = (value: number) => number;

/** Above the axis, one above the other. */
const rows = (beside: Pick<Spot, 'x' | 'textAnchor'>) =>
  [6, 22, 38].map((height) => ({ ...beside, y: bottom - height }));

const reach = ({ fromDay, fromM }: Projection, day: number, perDay: number) =>
  fromM + (day - fromDay) * perDay;

function pathOf(readings: readonly DatedReading[], x: Place, y: Place): string {
  return `M${readings.map(({ date, odometerM }) => `${x(dayNumber(date))} ${y(odometerM)}`).join('L')}`;
}

/** Dashed, in a cone from the slowest to the fastest quarter. */
function Projected({ projection, x, y }: { projection: Projection; x: Place; y: Place }) {
  const { fromDay, fromM, toDay, metresPerDay, slowest, fastest } = projection;
  const [from, to] = [`${x(fromDay)} ${y(fromM)}`, x(toDay)];
  const end = (perDay: number) => `${to} ${y(reach(projection, toDay, perDay))}`;
  return (
    <>
      <path className="cone" d={`M${from}L${end(fastest)}L${end(slowest)}Z`} />
      <path className="proj" d={`M${from}L${end(metresPerDay)}`} />
    </>
  );
}
