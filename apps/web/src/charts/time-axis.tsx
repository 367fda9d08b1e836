import type { ViewerFormat } from '@/format/viewer-format';
import { dayNumber } from './days';
import { labelSpots, type Spot } from './label-spots';

interface TimeAxisProps {
  /** First days of months; other days of a stretch that is within one. */
  readonly ticks: readonly string[];
  readonly x: (day: number) => number;
  readonly y: number;
  readonly ends: readonly [number, number];
  readonly format: ViewerFormat;
}

/**
 * The line under a picture, with months; a January says its year, and has its words before others have theirs. Where there
 * are only Januaries, it is years that are told.
 */
export function TimeAxis({ ticks, x, y, ends, format }: TimeAxisProps) {
  const [left, right] = ends;
  const isOfYears = ticks.length > 1 && ticks.every((date) => date.endsWith('-01-01'));
  const months = ticks
    .map((date) => ({
      date,
      at: x(dayNumber(date)),
      isMonth: date.endsWith('-01'),
      isJanuary: date.endsWith('-01-01'),
    }))
    .filter(({ at, isMonth }) => at >= left && at <= (isMonth ? right - 4 : right))
    .map((tick) => ({ ...tick, words: wordsOf(tick) }));
  const important = months.toSorted((a, b) => Number(b.isJanuary) - Number(a.isJanuary));
  const spots = labelSpots(important.map(({ words, at }) => ({ words, spots: [spotOf(at)] })));
  function wordsOf({ date, isMonth, isJanuary }: { date: string; isMonth: boolean; isJanuary: boolean }) {
    if (isJanuary) return isOfYears ? date.slice(0, 4) : format.monthYear(date);
    return isMonth ? format.shortMonth(date) : format.dayMonth(date);
  }
  function spotOf(at: number): Spot {
    const textAnchor = at > right - 24 ? 'end' : at < left + 12 ? 'start' : 'middle';
    return { x: at, y: y + 18, textAnchor };
  }
  return (
    <g>
      <path className="ax" d={`M${left} ${y}H${right}`} />
      {important.map(({ date, at, words }, index) => (
        <g key={date}>
          <path className="tk" d={`M${at} ${y}v5`} />
          {spots[index] && <text {...spots[index]}>{words}</text>}
        </g>
      ))}
    </g>
  );
}
