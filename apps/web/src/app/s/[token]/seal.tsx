import { useTranslations } from 'next-intl';
import { sealTicks, type SealMonth } from './seal-ticks';

interface SealProps {
  readonly months: readonly SealMonth[];
  readonly unchanged: boolean;
  /** RFC 3339. */
  readonly checkedAt: string;
}

const tickClass = { empty: 't0', events: 't1', corrected: 'tc' } as const;

/** The buyer's seal: each tick a month of real history. */
export function Seal({ months, unchanged, checkedAt }: SealProps) {
  const t = useTranslations('seal');
  const { ticks, years } = sealTicks(months);
  const [first, last] = [ticks[0]?.month ?? '', ticks.at(-1)?.month ?? ''];
  return (
    <div className={unchanged ? 'seal' : 'seal seal--broken'}>
      <svg
        viewBox="-16 -16 332 332"
        role="img"
        aria-label={t(unchanged ? 'holds' : 'broken', { first, last })}
      >
        <circle className="ring" cx="150" cy="150" r="104" />
        {ticks.map(({ month, kind, d }) => (
          <path key={month} className={tickClass[kind]} d={d} />
        ))}
        {years.map(({ year, x, y }) => (
          <text key={year} className="y" x={x} y={y + 4}>
            {year}
          </text>
        ))}
        <path className="tick" d={unchanged ? 'M138 116l8.5 8.5 16-17' : 'M141 106l18 18M159 106l-18 18'} />
        <text className="say" x="150" y="158">
          {t('history')}
        </text>
        <text className="say" x="150" y="181">
          {t(unchanged ? 'unchanged' : 'changed')}
        </text>
        <text className="when" x="150" y="203">
          {t('checked')}
        </text>
        <text className="when" x="150" y="219">
          {t('checkedAt', { at: new Date(checkedAt) })}
        </text>
      </svg>
    </div>
  );
}
