import type { ViewerFormat } from '@/format/viewer-format';
import { dayNumber } from './days';

interface TimeAxisProps {
  /** First days of months. */
  readonly ticks: readonly string[];
  readonly x: (day: number) => number;
  readonly y: number;
  readonly ends: readonly [number, number];
  readonly format: ViewerFormat;
}

/** The line under a picture, with months; a January says its year. */
export function TimeAxis({ ticks, x, y, ends, format }: TimeAxisProps) {
  const [left, right] = ends;
  return (
    <g>
      <path className="ax" d={`M${left} ${y}H${right}`} />
      {ticks
        .map((date) => ({ date, at: x(dayNumber(date)) }))
        .filter(({ at }) => at >= left && at <= right - 4)
        .map(({ date, at }) => (
          <g key={date}>
            <path className="tk" d={`M${at} ${y}v5`} />
            <text
              x={at}
              y={y + 18}
              textAnchor={at > right - 24 ? 'end' : at < left + 12 ? 'start' : 'middle'}
            >
              {date.slice(5, 7) === '01' ? format.monthYear(date) : format.shortMonth(date)}
            </text>
          </g>
        ))}
    </g>
  );
}
