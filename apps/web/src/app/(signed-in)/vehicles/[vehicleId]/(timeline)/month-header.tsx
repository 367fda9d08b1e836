'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useViewer } from '@/format/viewer-context';
import type { ViewerFormat } from '@/format/viewer-format';
import { SplitBar } from '@/ui/split-bar';
import { costByDistance } from './cost-by-distance';
import type { Month } from './shown-month';

interface MonthHeaderProps {
  /** YYYY-MM */
  readonly month: string;
  readonly totals: Month | undefined;
  readonly index: number;
  readonly measure: ((element: Element | null) => void) | undefined;
}

/** A month: how far, how much, and where the money went. */
export const MonthHeader = memo(function MonthHeader({ month, totals, index, measure }: MonthHeaderProps) {
  const t = useTranslations('timeline');
  const { format } = useViewer();
  const spent = totals?.costs.filter(({ total }) => Number(total.amount) !== 0) ?? [];
  const shares = spent.length === 1 ? spent[0]!.shares : [];
  return (
    <div className="month" ref={measure} data-index={index}>
      <h2>
        {format.monthName(month)} <span>{month.slice(0, 4)}</span>
        {totals?.planned && <small className="tag tag--line">{t('planned')}</small>}
      </h2>
      {totals && <MonthSums totals={totals} format={format} />}
      {shares.length > 0 ? <SplitBar shares={shares} /> : <div className="split split--none" />}
    </div>
  );
});

function MonthSums({ totals, format }: { totals: Month; format: ViewerFormat }) {
  const t = useTranslations('timeline');
  const distance = totals.distanceM > 0 ? format.distanceM(totals.distanceM) : null;
  const cost = costByDistance(totals, format.distanceUnit);
  return (
    <p className="month__sum num">
      {cost && (
        <span className="desk-b">
          {t('perDistance', {
            money: format.moneyMinor(cost.minor, cost.currency),
            unit: format.distanceUnit,
          })}
        </span>
      )}
      {distance && <span>{`${distance.value} ${distance.unit}`}</span>}
      {totals.costs.map(({ total }) => (
        <b key={total.currency}>{format.money(total)}</b>
      ))}
    </p>
  );
}
