import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineItem, TimelinePage } from '@/api/schema.gen';
import { addressOf, type Filters } from './filters';
import { placeBefore } from './kept-place';
import { endsAt, hasMore, withFailure, withMore, type LoadedEntries, type Place } from './loaded-entries';
import { pageSize } from './page-size';
import type { ReadEntries } from './read-entries';
import { mergePages } from './timeline-rows';

export interface Entries {
  readonly items: readonly TimelineItem[];
  readonly hasMore: boolean;
  readonly failed: boolean;
  readonly loadMore: () => void;
  /** What scrolling has brought, for the way back to it. */
  readonly below: LoadedEntries;
}

/** The first page as the server renders it, and what scrolling has brought below it. */
export function useEntries(vehicleId: string, filters: Filters, firstPage: TimelinePage): Entries {
  const asked = addressOf(vehicleId, filters);
  const belowAtFirst = () =>
    placeBefore(asked)?.below ?? { asked, items: [], nextCursor: firstPage.nextCursor, failed: false };
  const [below, setBelow] = useState<LoadedEntries>(belowAtFirst);
  // Other filters come together with their first page: what was below the old one goes at once, not after a paint.
  if (below.asked !== asked) setBelow(belowAtFirst());
  const loadingFrom = useRef<Place>(undefined);
  // What is there before its first page came was read before, and may have changed since.
  const shownPage = useRef(placeBefore(asked) ? undefined : firstPage);
  const readingAgain = useRef<TimelinePage>(undefined);

  const readAgain = useCallback(() => {
    if (readingAgain.current === firstPage) return;
    readingAgain.current = firstPage;
    const isShown = () => shownPage.current === firstPage;
    setBelow((known) => (known.failed ? { ...known, failed: false } : known));
    belowAgain({ vehicleId, filters }, firstPage, below.items.length)
      .then((again) => isShown() && setBelow({ asked, ...again, failed: false }))
      .catch(() => isShown() && setBelow((known) => ({ ...known, failed: true, outdated: true })))
      .finally(() => {
        if (readingAgain.current === firstPage) readingAgain.current = undefined;
      });
  }, [asked, firstPage, below.items.length, vehicleId, filters]);

  const loadMore = useCallback(() => {
    if (below.outdated) return readAgain();
    const { nextCursor: cursor } = below;
    if (cursor === null || (loadingFrom.current && endsAt(below, loadingFrom.current))) return;
    loadingFrom.current = below;
    if (below.failed) setBelow({ ...below, failed: false });
    reader()
      .then(({ readEntries }) => readEntries({ vehicleId, filters, cursor }, pageSize.below))
      .then((page) => setBelow((known) => withMore(known, below, page)))
      .catch(() => setBelow((known) => withFailure(known, below)))
      .finally(() => {
        if (loadingFrom.current === below) loadingFrom.current = undefined;
      });
  }, [below, vehicleId, filters, readAgain]);

  // After a write the server sends the first page anew: what lies below it is read again too, to the same depth.
  useEffect(() => {
    if (shownPage.current === firstPage) return;
    shownPage.current = firstPage;
    readAgain();
  }, [firstPage, readAgain]);

  const items = useMemo(() => mergePages(firstPage.items, below.items), [firstPage.items, below.items]);
  return { items, hasMore: hasMore(below), failed: below.failed, loadMore, below };
}

async function belowAgain(
  of: { vehicleId: string; filters: Filters },
  { nextCursor: cursor }: ReadEntries,
  depth: number,
): Promise<ReadEntries> {
  if (cursor === null || depth === 0) return { items: [], nextCursor: cursor };
  const { readEntriesAgain } = await reader();
  return readEntriesAgain({ ...of, cursor }, depth);
}

/** Fetched when the first page is not enough: to show the page takes no client of the API. */
const reader = () => import('./read-entries');
