'use client';

import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { RowSkeletons } from '@/ui/row-skeletons';
import { EntryRow } from './entry-row';
import { addressOf, type Filters } from './filters';
import { MonthHeader } from './month-header';
import { monthSections } from './timeline-rows';
import type { Entries } from './use-entries';
import type { TimelineList } from './use-timeline-list';

interface EntryListProps {
  readonly list: TimelineList;
  readonly entries: Entries;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
  readonly vehicleId: string;
  readonly filters: Filters;
}

/**
 * The rows near the window, in the normal flow between two empty stretches: so what the server renders stands where it
 * will stand, and a guessed height only ever moves what is out of sight.
 */
export function EntryList({ list, entries, openId, onOpen, vehicleId, filters }: EntryListProps) {
  const t = useTranslations('timeline');
  const { virtualizer, rows } = list;
  const rendered = virtualizer.getVirtualItems();
  const margin = virtualizer.options.scrollMargin;
  const above = (rendered[0]?.start ?? margin) - margin;
  const below = virtualizer.getTotalSize() - ((rendered.at(-1)?.end ?? margin) - margin);
  const indexOf = new Map(rendered.map(({ key, index }) => [key, index]));
  const sections = monthSections(rendered.flatMap(({ index }) => rows[index] ?? []));

  return (
    <>
      {filters.to && (
        <Link className="live" href={addressOf(vehicleId, { ...filters, to: undefined })}>
          <ArrowUp className="i i-sm" />
          {t('backToNewest')}
        </Link>
      )}
      <div ref={list.listRef} className="tl__rows">
        <div style={{ height: above }} />
        {sections.map(({ month, header, entries: shown }) => (
          <section key={month} aria-label={header ? undefined : month}>
            {header && (
              <MonthHeader
                row={header}
                index={indexOf.get(header.key)!}
                measure={virtualizer.measureElement}
              />
            )}
            <ol className="rows">
              {shown.map((row) => (
                <EntryRow
                  key={row.key}
                  row={row}
                  index={indexOf.get(row.key)!}
                  measure={virtualizer.measureElement}
                  open={row.key === openId}
                  onOpen={onOpen}
                />
              ))}
            </ol>
          </section>
        ))}
        <div style={{ height: Math.max(below, 0) }} />
      </div>
      {entries.failed ? (
        <p className="tl__end sm" role="alert">
          {t('moreFailed')}{' '}
          <button type="button" className="link" onClick={entries.loadMore}>
            {t('tryAgain')}
          </button>
        </p>
      ) : entries.hasMore ? (
        <RowSkeletons label={t('loadingEarlier')} count={3} />
      ) : (
        <p className="tl__end sm faint">{t('theBeginning')}</p>
      )}
    </>
  );
}
