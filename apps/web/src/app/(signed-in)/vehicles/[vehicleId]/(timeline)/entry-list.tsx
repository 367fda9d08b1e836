'use client';

import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from '@/ui/link';
import { RowSkeletons } from '@/ui/row-skeletons';
import type { ChargeFold } from './charge-folds';
import { EntryRow } from './entry-row';
import { addressOf, entryAddressIn, type Filters } from './filters';
import { FoldRow } from './fold-row';
import { MonthHeader } from './month-header';
import { shownRows } from './near-rows';
import { monthSections } from './timeline-rows';
import type { Entries } from './use-entries';
import type { TimelineList } from './use-timeline-list';

interface EntryListProps {
  readonly list: TimelineList;
  readonly entries: Entries;
  readonly openId: string | null;
  readonly onOpen: (id: string, byKey: boolean) => void;
  readonly onUnfold: (fold: ChargeFold) => void;
  readonly vehicleId: string;
  readonly filters: Filters;
}

/**
 * The rows near the window, in the normal flow between two empty stretches: so what the server renders stands where it
 * will stand, and a guessed height only ever moves what is out of sight.
 */
export function EntryList(props: EntryListProps) {
  const { list, entries, openId, onOpen, onUnfold, vehicleId, filters } = props;
  const t = useTranslations('timeline');
  const { near, measure } = list;
  const { rows, indexOf } = shownRows(list.rows, near);
  const address = entryAddressIn(filters);

  return (
    <>
      {filters.to && (
        <Link className="live" href={addressOf(vehicleId, { ...filters, to: undefined })}>
          <ArrowUp className="i i-sm" />
          {t('backToNewest')}
        </Link>
      )}
      <div ref={list.listRef} className="tl__rows">
        <div style={{ height: near.abovePx }} />
        {monthSections(rows).map(({ month, header, entries: shown }, section) => (
          <section key={month}>
            <MonthHeader
              month={month}
              totals={header.totals}
              index={indexOf.get(header.key)!}
              measure={measure}
            />
            <ol className="rows" {...(section === 0 && { style: { paddingTop: near.skippedPx } })}>
              {shown.map((row) =>
                row.fold ? (
                  <FoldRow
                    key={row.key}
                    row={row}
                    fold={row.fold}
                    index={indexOf.get(row.key)!}
                    measure={measure}
                    onUnfold={onUnfold}
                  />
                ) : (
                  <EntryRow
                    key={row.key}
                    item={row.item}
                    opensDay={row.opensDay}
                    firstOfMonth={row.firstOfMonth}
                    lastOfMonth={row.lastOfMonth}
                    index={indexOf.get(row.key)!}
                    measure={measure}
                    open={row.key === openId}
                    address={address}
                    onOpen={onOpen}
                  />
                ),
              )}
            </ol>
          </section>
        ))}
        <div style={{ height: near.belowPx }} />
      </div>
      {entries.failed ? (
        <p className="tl__end sm" role="alert">
          {t('moreFailed')}{' '}
          <button type="button" className="link" onClick={entries.loadMore}>
            {t('tryAgain')}
          </button>
        </p>
      ) : entries.hasMore ? (
        // Others at each page: they make room for it where they stood, and are not pushed down.
        <>
          <RowSkeletons key={list.rows.length} label={t('loadingEarlier')} count={3} />
          <p className="tl__end sm on-paper">{t('printedInPart')}</p>
        </>
      ) : (
        <p className="tl__end sm faint">{t('theBeginning')}</p>
      )}
    </>
  );
}
