'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useViewer } from '@/format/viewer-context';
import { Mark } from '@/ui/mark';
import type { ChargeFold } from './charge-folds';
import { DayOf } from './entry-row';
import type { EntryRow } from './timeline-rows';

interface FoldRowProps {
  readonly row: EntryRow;
  readonly fold: ChargeFold;
  readonly index: number;
  readonly measure: ((element: Element | null) => void) | undefined;
  readonly onUnfold: (fold: ChargeFold) => void;
}

/** Several charges at one place in one row, which unfolds. */
export const FoldRow = memo(function FoldRow({ row, fold, index, measure, onUnfold }: FoldRowProps) {
  const t = useTranslations('timeline.fold');
  const { format } = useViewer();
  const { charges, place, addedWh, drawnWh, costMinor, currency } = fold;
  const kWh = (wattHours: number) =>
    Object.values(format.energy({ value: Math.round(wattHours / 100) / 10, unit: 'kWh' })).join(' ');
  const count = charges.length;
  return (
    <li
      className={['row', row.firstOfMonth && 'row--first', row.lastOfMonth && 'row--last']
        .filter(Boolean)
        .join(' ')}
      ref={measure}
      data-index={index}
    >
      <DayOf date={row.item.date} opensDay={row.opensDay} />
      <Mark type="charge" state="stacked" />
      <div className="row__t">
        <h3>
          <button type="button" aria-expanded={false} onClick={() => onUnfold(fold)}>
            {place === null ? t('home', { count }) : t('at', { count, place })}
            <span className="tag tag--line">
              {format.daysOfMonth(charges.at(-1)!.date, charges[0]!.date)}
              <ChevronDown className="i" />
            </span>
          </button>
        </h3>
        <p>
          {drawnWh === null
            ? t('added', { added: kWh(addedWh) })
            : t('addedDrawn', { added: kWh(addedWh), drawn: kWh(drawnWh) })}
        </p>
      </div>
      <div className="row__o num" />
      <div className="row__c num">{currency && format.moneyMinor(costMinor, currency)}</div>
    </li>
  );
});
