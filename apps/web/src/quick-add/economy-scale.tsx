'use client';

import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';

interface EconomyScaleProps {
  readonly value: number;
  readonly average: number;
  /** The average as the viewer reads it. */
  readonly usual: string;
  /** L/100 km of the last counts. */
  readonly counts: readonly number[];
}

const left = 8;
const right = 312;
const ticks = 13;

/** The last fills as ticks on a rule, the usual one tall, and this one gliding among them. To the right is more fuel. */
export function EconomyScale({ value, average, usual, counts }: EconomyScaleProps) {
  const t = useTranslations('forecast');
  const { format } = useViewer();
  const all = [...counts, average];
  const margin = (Math.max(...all) - Math.min(...all)) * 0.15 || average * 0.1;
  const least = Math.min(...all) - margin;
  const most = Math.max(...all) + margin;
  const at = (figure: number) =>
    left + ((Math.min(Math.max(figure, least), most) - least) / (most - least)) * (right - left);
  const shown = (lPer100Km: number) =>
    format.economy({ lPer100Km, mpgUs: 235.214583 / lPer100Km, mpgUk: 282.480936 / lPer100Km })?.value;
  return (
    <svg
      className="scale"
      viewBox="0 0 320 52"
      role="img"
      aria-label={t('scale', { figure: shown(value) ?? '', usual })}
    >
      <path className="ax" d={`M${left} 30H${right}`} />
      {Array.from({ length: ticks }, (_, index) => (
        <path
          key={index}
          className="tk"
          d={`M${left + ((right - left) / (ticks - 1)) * index} 30v${index % 2 ? 3 : 5}`}
        />
      ))}
      {counts.map((count, index) => (
        <path key={index} className="old" d={`M${at(count)} 21v9`} />
      ))}
      <path className="av" d={`M${at(average)} 13v17`} />
      <circle className="pt" cx={at(value)} cy="25" r="6.5" />
      <text x={Math.min(Math.max(at(average), 40), 280)} y="9" textAnchor="middle">
        {t('usual', { figure: usual })}
      </text>
      <text x={left} y="48">
        {shown(least)}
      </text>
      <text x={right} y="48" textAnchor="end">
        {shown(most)}
      </text>
      {counts.length > 0 && (
        <text x="160" y="48" textAnchor="middle">
          {t('lastFills', { count: counts.length })}
        </text>
      )}
    </svg>
  );
}
