import { useTranslations } from 'next-intl';
import type { EventEconomy } from '@/api/schema.gen';
import type { Figure } from '@/format/measures';
import { comparison, stripPosition } from './economy-strip';

/** The figure, a strip of the last twelve counts with this one on it, and words. */
export function EconomyChip({ figure, economy }: { figure: Figure; economy: EventEconomy }) {
  const t = useTranslations('economy');
  const { tendency, percent } = comparison(economy.comparedToAveragePercent);
  return (
    <span className={`eco eco--${tendency}`}>
      <span className="eco__fig">
        <b>{figure.value}</b> {figure.unit}
      </span>
      {economy.range && (
        <svg viewBox="0 0 64 14" aria-hidden="true">
          <path className="ax" d="M3 11.5H61M3 8v3.5M61 8v3.5" />
          <path className="av" d={`M${stripPosition(economy.range, economy.range.average)} 3v8.5`} />
          <circle className="pt" cx={stripPosition(economy.range, economy.range.value)} cy="7.5" r="4" />
        </svg>
      )}
      {percent !== null && (
        <em className={`tend--${tendency}`}>
          {tendency === 'same' ? t('asUsual') : t(tendency, { percent })}
        </em>
      )}
    </span>
  );
}
