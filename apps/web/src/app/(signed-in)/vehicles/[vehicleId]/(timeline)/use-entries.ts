import { useCallback, useEffect, useRef, useState } from 'react';
import { answer } from '@/api/client';
import type { TimelineItem, TimelinePage } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { queryOf, type Filters } from './filters';
import { pageSize } from './page-size';
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

  const read = useCallback(
    (cursor: string, limit: number) =>
      answer(
        browserApi.GET('/api/v1/vehicles/{vehicleId}/timeline', {
          params: { path: { vehicleId }, query: { ...queryOf(filters), cursor, limit } },
        }),
      ),
    [vehicleId, filters],
  );

  const loadMore = useCallback(() => {
    const { nextCursor } = below;
    if (nextCursor === null || loading.current) return;
    loading.current = true;
    setFailed(false);
    read(nextCursor, pageSize)
      .then((page) =>
        setBelow((known) => ({
          ...known,
          items: [...known.items, ...page.items],
          nextCursor: page.nextCursor,
        })),
      )
      .catch(() => setFailed(true))
      .finally(() => {
        loading.current = false;
      });
  }, [below, read]);

  // After a write the server sends the first page anew: what lies below it is read again too, to the same depth.
  useEffect(() => {
    if (shownPage.current === firstPage) return;
    shownPage.current = firstPage;
    readAgain(read, firstPage, below.items.length)
      .then((again) => setBelow((known) => ({ ...known, ...again })))
      .catch(() => setFailed(true));
  }, [firstPage, below.items.length, read]);

  return {
    items: mergePages(firstPage.items, below.items),
    hasMore: below.nextCursor !== null,
    failed,
    loadMore,
  };
}

async function readAgain(
  read: (cursor: string, limit: number) => Promise<TimelinePage>,
  { nextCursor }: TimelinePage,
  depth: number,
): Promise<TimelinePage> {
  let loaded: TimelinePage = { items: [], nextCursor };
  while (loaded.nextCursor !== null && loaded.items.length < depth) {
    const page = await read(loaded.nextCursor, 200);
    loaded = { items: [...loaded.items, ...page.items], nextCursor: page.nextCursor };
  }
  return loaded;
}
