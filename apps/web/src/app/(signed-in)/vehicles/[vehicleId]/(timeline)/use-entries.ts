import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineItem, TimelinePage } from '@/api/schema.gen';
import type { Filters } from './filters';
import { pageSize } from './page-size';
import type { ReadEntries } from './read-entries';
import { mergePages } from './timeline-rows';

interface Loaded {
  /** Of the filters that it was read with. */
  readonly asked: string;
  readonly items: readonly TimelineItem[];
  readonly nextCursor: string | null;
}

export interface Entries {
  readonly items: readonly TimelineItem[];
  readonly hasMore: boolean;
  readonly failed: boolean;
  readonly loadMore: () => void;
}

/** The first page as the server renders it, and what scrolling has brought below it. */
export function useEntries(vehicleId: string, filters: Filters, firstPage: TimelinePage): Entries {
  const asked = JSON.stringify(filters);
  const nothingBelow = { asked, items: [], nextCursor: firstPage.nextCursor };
  const [below, setBelow] = useState<Loaded>(nothingBelow);
  // Other filters come together with their first page: what was below the old one goes at once, not after a paint.
  if (below.asked !== asked) setBelow(nothingBelow);
  const [failed, setFailed] = useState(false);
  const loading = useRef(false);
  const shownPage = useRef(firstPage);

  const loadMore = useCallback(() => {
    const { nextCursor: cursor } = below;
    if (cursor === null || loading.current) return;
    loading.current = true;
    setFailed(false);
    reader()
      .then(({ readEntries }) => readEntries({ vehicleId, filters, cursor }, pageSize.below))
      .then((page) =>
        setBelow((known) =>
          // Other filters may have been chosen while it was under way.
          known.asked === asked
            ? { asked, items: [...known.items, ...page.items], nextCursor: page.nextCursor }
            : known,
        ),
      )
      .catch(() => setFailed(true))
      .finally(() => {
        loading.current = false;
      });
  }, [asked, below, vehicleId, filters]);

  // After a write the server sends the first page anew: what lies below it is read again too, to the same depth.
  useEffect(() => {
    if (shownPage.current === firstPage) return;
    shownPage.current = firstPage;
    belowAgain({ vehicleId, filters }, firstPage, below.items.length)
      .then((again) => setBelow((known) => (known.asked === asked ? { asked, ...again } : known)))
      .catch(() => setFailed(true));
  }, [asked, firstPage, below.items.length, vehicleId, filters]);

  const items = useMemo(() => mergePages(firstPage.items, below.items), [firstPage.items, below.items]);
  return { items, hasMore: below.nextCursor !== null, failed, loadMore };
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
