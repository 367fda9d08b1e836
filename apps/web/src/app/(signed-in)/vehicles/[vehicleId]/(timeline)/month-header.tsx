'use client';

import { useTranslations } from 'next-intl';
import { useViewer } from '@/format/viewer-context';
import type { ViewerFormat } from '@/format/viewer-format';
import { SplitBar } from '@/ui/split-bar';
import { costByDistance } from './cost-by-distance';
import type { Month } from './shown-month';
import type { MonthRow } from './timeline-rows';

interface MonthHeaderProps {
  readonly row: MonthRow;
  readonly index: number;
  readonly measure: ((element: Element | null) => void) | undefined;
}

/** A month: how far, how much, and where the money went. */
export function MonthHeader({ row, index, measure }: MonthHeaderProps) {
  const t = useTranslations('timeline');
  const { format } = useViewer();
  const spent = row.totals?.costs.filter(({ total }) => Number(total.amount) !== 0) ?? [];
  const shares = spent.length === 1 ? spent[0]!.shares : [];
  return (
    <div className="month" ref={measure} data-index={index}>
      <h2>
        {format.monthName(row.month)} <span>{row.month.slice(0, 4)}</span>
        {row.totals?.planned && <small className="tag tag--line">{t('planned')}</small>}
      </h2>
      {row.totals && <MonthSums totals={row.totals} format={format} />}
      {shares.length > 0 ? <SplitBar shares={shares} /> : <div className="split split--none" />}
    </div>
  );
}

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
