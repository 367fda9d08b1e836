import type { CSSProperties } from 'react';
import { useTranslations } from 'next-intl';

/** How far along an interval is: the tall mark is when it is due. Past it the bar is hatched. */
export function Gauge({ progress, state }: { progress: number; state: 'overdue' | 'soon' | 'later' }) {
  const t = useTranslations('due');
  const label = t('used', { percent: Math.round(progress * 100) });
  return (
    <div
      className={`gauge gauge--${state}`}
      style={{ '--p': progress } as CSSProperties}
      role="img"
      aria-label={label}
    >
      <i />
      <b />
    </div>
  );
}
