import { currencyExponent } from '@odolog/units';
import type { ChartSize } from '@/charts/chart-figure';
import { labelSpots, marginOf, widthOf } from '@/charts/label-spots';
import { linear, niceTicks } from '@/charts/scales';
import type { CostBand } from '@/format/cost-bands';
import type { ViewerFormat } from '@/format/viewer-format';
import type { CostMonth } from './cost-months';

interface CostDrawingProps {
  readonly size: ChartSize;
  readonly months: readonly CostMonth[];
  readonly bands: readonly CostBand[];
  readonly format: ViewerFormat;
  readonly currency: string;
  readonly label: string;
}

const leastLeft = 40;
const top = 20;
const bottom = 196;
const between = 2;
/** So many of the dearest months say their sum, where there is room for it. */
const mostSums = 3;

/** Stacks, energy at the bottom, two pixels between; refunds outlined below zero. */
export function CostDrawing({ size, months, bands, format, currency, label }: CostDrawingProps) {
  const whole = (minor: number) => minor / 10 ** currencyExponent(currency);
  const spent = (month: CostMonth) => bands.reduce((sum, band) => sum + (month.spentMinor[band] ?? 0), 0);
  const most = Math.max(...months.map(spent).map(whole), 1);
  const least = Math.min(...months.map(({ refundMinor }) => whole(refundMinor)), 0);
  const ticks = niceTicks(0, most, 3);
  const y = linear([0, ticks.at(-1)!], [bottom, top]);
  const left = marginOf(
    ticks.map((tick) => format.number(tick)),
    leastLeft,
  );
  const right = size.width - 4;
  const step = (right - left) / months.length;
  const width = step * 0.66;
  const centreOf = (month: CostMonth) => left + (months.indexOf(month) + 0.5) * step;
  const sumOf = (month: CostMonth) => format.number(whole(spent(month)));
  const dearest = months
    .toSorted((a, b) => spent(b) - spent(a))
    .slice(0, mostSums)
    .filter((month) => spent(month) > 0);
  const sums = labelSpots(
    dearest.map((month) => {
      const half = widthOf(sumOf(month)) / 2;
      const x = Math.min(centreOf(month), size.width - half);
      return { words: sumOf(month), spots: [{ x, y: y(whole(spent(month))) - 6, textAnchor: 'middle' }] };
    }),
  );
  const labelsY = Math.max(y(least), bottom) + 18;
  const named = namedOf(months, size, format);
  const names = labelSpots(
    named.map(({ month, words }) => {
      const x = centreOf(month);
      return { words, spots: [{ x, y: labelsY, textAnchor: 'middle' as const }] };
    }),
  );
  return (
    <svg viewBox={`0 0 ${size.width} ${labelsY + 8}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'ax' : 'gr'} d={`M${left} ${y(tick)}H${right}`} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {months.map((month) => {
        const x = centreOf(month) - width / 2;
        const refund = whole(month.refundMinor);
        return (
          <g key={month.month}>
            {stackOf(month, bands).map(({ band, from, to }) => (
              <rect
                key={band}
                className={`band--${band}`}
                x={x}
                width={width}
                y={y(whole(to))}
                height={Math.max(y(whole(from)) - y(whole(to)) - between, 1)}
                rx="1"
              />
            ))}
            {refund < 0 && (
              <rect
                className="refund"
                x={x}
                width={width}
                y={bottom + 2}
                height={Math.max(y(refund) - bottom - 2, 3)}
              />
            )}
          </g>
        );
      })}
      {named.map(
        ({ month, words }, index) =>
          names[index] && (
            <text key={month.month} {...names[index]}>
              {words}
            </text>
          ),
      )}
      {dearest.map(
        (month, index) =>
          sums[index] && (
            <text key={month.month} className="b on" {...sums[index]}>
              {sumOf(month)}
            </text>
          ),
      )}
    </svg>
  );
}

/** The months that say their names: of a year each, where there is room; further back each January says its year. */
function namedOf(months: readonly CostMonth[], { narrow }: ChartSize, format: ViewerFormat) {
  if (months.length <= 12)
    return months
      .filter((_, index) => !narrow || index % 2 === 1)
      .map((month) => ({ month, words: format.shortMonth(month.month) }));
  return months
    .filter(({ month }) => month.endsWith('-01'))
    .map((month) => ({ month, words: month.month.slice(0, 4) }));
}

function stackOf({ spentMinor }: CostMonth, bands: readonly CostBand[]) {
  let height = 0;
  return bands.flatMap((band) => {
    const minor = spentMinor[band] ?? 0;
    if (minor === 0) return [];
    const from = height;
    height += minor;
    return [{ band, from, to: height }];
  });
}
