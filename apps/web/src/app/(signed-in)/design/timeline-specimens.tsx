'use client';

import { moneyFromMinor } from '@odolog/units';
import { useTranslations } from 'next-intl';
import { RowSkeletons } from '@/ui/row-skeletons';
import { EntryRow } from '../vehicles/[vehicleId]/(timeline)/entry-row';
import { MonthHeader } from '../vehicles/[vehicleId]/(timeline)/month-header';
import { shownMonth } from '../vehicles/[vehicleId]/(timeline)/shown-month';
import { timelineRows } from '../vehicles/[vehicleId]/(timeline)/timeline-rows';
import { sampleEntries } from './sample-entries';

const euros = (minor: number) => moneyFromMinor(minor, 'EUR');
const november = shownMonth({
  month: '2026-11',
  events: 9,
  distanceM: 668_000,
  distanceComplete: true,
  costs: [
    {
      currency: 'EUR',
      total: euros(45_016),
      byCategory: {
        fuel: euros(15_738),
        charging: euros(578),
        maintenance: euros(34_900),
        refund: euros(-6_200),
      },
    },
  ],
});

/** A month as the timeline draws it: its head, a row in each state, one that is open, and rows that are on their way. */
export function Rows() {
  const t = useTranslations('design');
  const open = sampleEntries[4]!.id;
  return (
    <div className="specimens__list">
      <ol>
        {timelineRows(sampleEntries, [november]).map((row, index) =>
          row.kind === 'month' ? (
            <li key={row.key}>
              <MonthHeader month={row.month} totals={row.totals} index={index} measure={undefined} />
            </li>
          ) : (
            <EntryRow
              key={row.key}
              item={row.item}
              opensDay={row.opensDay}
              firstOfMonth={row.firstOfMonth}
              lastOfMonth={row.lastOfMonth}
              index={index}
              measure={undefined}
              open={row.item.id === open}
              onOpen={() => {}}
            />
          ),
        )}
      </ol>
      <RowSkeletons label={t('loading')} count={2} />
    </div>
  );
}
