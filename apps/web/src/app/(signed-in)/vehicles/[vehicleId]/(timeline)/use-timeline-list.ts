import type { VirtualItem } from '@tanstack/react-virtual';
import { startTransition, useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { placeBefore } from './kept-place';
import { everyRow, rowsAtFirst, rowsStillThere, sameRows, type NearRows } from './near-rows';
import type { RowVirtualizer } from './row-window';
import type { TimelineRow } from './timeline-rows';
import type { Entries } from './use-entries';
import { usePrinting } from './use-printing';

export interface TimelineList {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly near: NearRows;
  readonly rows: readonly TimelineRow[];
  readonly measure: (element: Element | null) => void;
  readonly shownMonth: string | undefined;
  /** Whether the window is watched, so that one can move. */
  readonly isWatched: boolean;
  /** False when the entry is not loaded, or the window not watched yet. */
  readonly scrollToEntry: (id: string) => boolean;
  /** False when the month is not loaded, or the window not watched yet. */
  readonly scrollToMonth: (month: string) => boolean;
  readonly onReady: (virtualizer: RowVirtualizer) => void;
  readonly onMove: (near: NearRows) => void;
  /** Of the rows that were drawn, in pixels. */
  readonly heights: () => VirtualItem[];
  /** Of those that were drawn when one was here before. */
  readonly heightsBefore: (() => VirtualItem[]) | undefined;
}

/** So close to the end of what is loaded, more is. */
const rowsAhead = 25;

/** The rows that are near the window, and the ways to move among all of them. */
export function useTimelineList(
  address: string,
  rows: readonly TimelineRow[],
  entries: Entries,
  firstRows: number,
): TimelineList {
  const listRef = useRef<HTMLDivElement>(null);
  const [virtualizer, setVirtualizer] = useState<RowVirtualizer>();
  // The same function before and after: else every row would be rendered anew when the window begins to be watched.
  const watching = useRef<RowVirtualizer>(undefined);
  const measure = useCallback((element: Element | null) => watching.current?.measureElement(element), []);
  const onReady = useCallback(
    (ready: RowVirtualizer) => {
      watching.current = ready;
      startTransition(() => setVirtualizer(ready));
      // In a task of its own: a phone is busy enough with what has just been rendered.
      setTimeout(() => listRef.current?.querySelectorAll('[data-index]').forEach(measure));
    },
    [measure],
  );
  const [before] = useState(() => placeBefore(address));
  const [{ of, watched }, setSeen] = useState({ of: address, watched: before?.near });
  // On the way back those of then, so that the page is as high as it was before the window is moved there.
  if (of !== address) setSeen({ of: address, watched: placeBefore(address)?.near ?? watched });
  const onMove = useCallback(
    (next: NearRows) =>
      setSeen((known) =>
        known.watched && sameRows(known.watched, next) ? known : { ...known, watched: next },
      ),
    [],
  );
  const inWindow = watched ? rowsStillThere(rows, watched, firstRows) : rowsAtFirst(rows, firstRows);
  const near = usePrinting() ? everyRow(rows) : inWindow;

  useEffect(() => {
    if (!watched || !entries.hasMore || entries.failed) return;
    // Whoever only looks at the newest entries needs no others; whoever scrolls finds them there.
    const ahead = watched.top > 0 ? rowsAhead : 0;
    if (watched.to >= rows.length - ahead) entries.loadMore();
  }, [entries, watched, rows.length]);

  const scrollTo = useCallback(
    (matches: (row: TimelineRow) => boolean, align: 'start' | 'auto') => {
      const index = rows.findIndex(matches);
      if (index === -1 || !virtualizer) return false;
      virtualizer.scrollToIndex(index, { align });
      return true;
    },
    [rows, virtualizer],
  );

  return {
    listRef,
    near,
    rows,
    measure,
    shownMonth: rows[near.top]?.month,
    isWatched: virtualizer !== undefined,
    scrollToEntry: useCallback((id) => scrollTo(({ key }) => key === id, 'auto'), [scrollTo]),
    scrollToMonth: useCallback((month) => scrollTo(({ key }) => key === month, 'start'), [scrollTo]),
    onReady,
    onMove,
    heights: useCallback(() => watching.current?.takeSnapshot() ?? before?.heights() ?? [], [before]),
    heightsBefore: before?.heights,
  };
}
