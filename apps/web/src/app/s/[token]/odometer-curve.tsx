import { distanceFromM } from '@odolog/units';
import { useTranslations } from 'next-intl';
import type { SharedHistory } from '@/api/schema.gen';
import type { ViewerFormat } from '@/format/viewer-format';

interface OdometerCurveProps {
  readonly readings: SharedHistory['readings'];
  readonly format: ViewerFormat;
  readonly title: string;
}

const box = { left: 62, right: 470, top: 16, bottom: 190 };
const lines = 3;

/** The odometer over the years; inspections, where someone else read it, are squares. */
export function OdometerCurve({ readings, format, title }: OdometerCurveProps) {
  const t = useTranslations('share');
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || readings.length < 2) return null;
  const highest = niceAbove(
    distanceFromM(Math.max(...readings.map(({ odometerM }) => odometerM)), format.distanceUnit),
  );
  const [from, to] = [Date.parse(first.date), Date.parse(last.date)];
  const xOf = (date: string) =>
    round(box.left + ((box.right - box.left) * (Date.parse(date) - from)) / Math.max(1, to - from));
  const yOf = (value: number) => round(box.bottom - ((box.bottom - box.top) * value) / highest);
  const points = readings.map(({ date, odometerM, type }) => ({
    type,
    x: xOf(date),
    y: yOf(distanceFromM(odometerM, format.distanceUnit)),
  }));
  const latest = format.distanceM(last.odometerM);
  const label = t('curve', {
    from: first.date.slice(0, 4),
    to: last.date.slice(0, 4),
    reading: `${latest.value} ${latest.unit}`,
  });
  return (
    <figure className="chart share__chart">
      <figcaption>
        <h2>{title}</h2>
        {points.some(({ type }) => type === 'inspection') && <p>{t('curveLegend')}</p>}
      </figcaption>
      <svg viewBox="0 0 480 214" role="img" aria-label={label}>
        {Array.from({ length: lines + 1 }, (_, at) => (highest * at) / lines).map((value) => (
          <g key={value}>
            <path className={value === 0 ? 'ax' : 'gr'} d={`M${box.left} ${yOf(value)}H${box.right}`} />
            <text x={box.left - 8} y={yOf(value) + 4} textAnchor="end">
              {format.number(value)}
            </text>
          </g>
        ))}
        <path className="odo" d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} />
        {points
          .filter(({ type }) => type === 'inspection')
          .map(({ x, y }, at) => (
            <rect key={at} className="inspected" x={x - 4.5} y={y - 4.5} width="9" height="9" rx="2.5" />
          ))}
        <text x={box.left} y="208">
          {format.dayMonthYear(first.date)}
        </text>
        <text x={box.right} y="208" textAnchor="end">
          {format.dayMonthYear(last.date)}
        </text>
        <text className="b" x={box.right} y={(points.at(-1)?.y ?? box.top) - 8} textAnchor="end">
          {latest.value} {latest.unit}
        </text>
      </svg>
    </figure>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The next value that three lines divide evenly. */
function niceAbove(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value / lines)));
  return Math.ceil(value / (lines * step)) * lines * step;
}
