'use client';

import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import { problemScale, type OutOfOrder } from './meter-problem';
import { useReadingWords } from './use-reading-words';

const ticks = 20;

/** A rule with both neighbours on it, the stretch where the reading must lie, and the reading outside of it. */
export function MeterProblemScale({ problem, date }: { problem: OutOfOrder; date: string }) {
  const t = useTranslations('meterProblem');
  const { format } = useViewer();
  const { previous, next, reading } = problem;
  const scale = problemScale(problem);
  const { from, to } = scale.allowed;
  const { number } = useReadingWords();
  const label = t('drawing', {
    from: previous ? number(previous.reading) : '0',
    to: next ? number(next.reading) : t('open'),
    reading: number(reading),
  });
  const mine = Math.min(scale.reading, 290);
  return (
    <svg className="scale" viewBox="0 0 320 70" role="img" aria-label={label}>
      <rect className="ok" x={from} y="30" width={to - from} height="16" rx="3" />
      <path className="ax" d="M8 46H312" />
      {Array.from({ length: ticks }, (_, index) => (
        <path key={index} className="tk" d={`M${8 + index * 16} 46v${index % 5 ? 3 : 6}`} />
      ))}
      {[previous && { at: scale.previous, of: previous }, next && { at: scale.next, of: next }].map(
        (neighbour) =>
          neighbour?.at != null && (
            <g key={neighbour.of.eventId}>
              <path className="av" d={`M${neighbour.at} 26v20`} />
              <text x={neighbour.at} y="9" textAnchor="middle">
                {format.dayMonth(neighbour.of.date)}
              </text>
              <text className="b" x={neighbour.at} y="22" textAnchor="middle">
                {number(neighbour.of.reading)}
              </text>
            </g>
          ),
      )}
      <path className="bad" d={`M${mine} 32l6.5 6.5-6.5 6.5-6.5-6.5z`} />
      <text x={mine} y="9" textAnchor="middle">
        {t('yours')}
      </text>
      <text className="bad" x={mine} y="22" textAnchor="middle">
        {number(reading)}
      </text>
      <text x={(from + to) / 2} y="66" textAnchor="middle">
        {t('mustLieHere', { date: format.dayMonth(date) })}
      </text>
    </svg>
  );
}
