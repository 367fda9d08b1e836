import type { CSSProperties } from 'react';
import { useTranslations } from 'next-intl';

interface GaugeProps {
  /** Of the interval, 1 is all of it; nothing where there is none to measure by. */
  readonly progress: number | null | undefined;
  readonly state: 'overdue' | 'soon' | 'later';
}

const pastItsMark = 1.1;

/** How far along an interval is: the tall mark is when it is due. Past it the bar is hatched, by however much. */
export function Gauge({ progress, state }: GaugeProps) {
  const t = useTranslations('due');
  const measured = typeof progress === 'number';
  if (!measured && state !== 'overdue') return null;
  const told = measured && { role: 'img', 'aria-label': t('used', { percent: Math.round(progress * 100) }) };
  return (
    <div
      className={`gauge gauge--${state}`}
      style={{ '--p': measured ? progress : pastItsMark } as CSSProperties}
      {...(told || { 'aria-hidden': true })}
    >
      <i />
      <b />
    </div>
  );
}
