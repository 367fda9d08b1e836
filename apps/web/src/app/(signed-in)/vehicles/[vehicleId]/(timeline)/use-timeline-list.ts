import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { TimelineRow } from './timeline-rows';
import type { Entries } from './use-entries';

const guessedHeight = { month: 58, entry: 62 } as const;
/** What stays at the top of the window over the list: the tools. */
const toolsHeight = 57;
/** The server has no window: it renders as many rows as the tallest usual one shows. */
const serverRect = { width: 1200, height: 1400 };

export interface TimelineList {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly virtualizer: Virtualizer<Window, Element>;
  readonly rows: readonly TimelineRow[];
  readonly shownMonth: string | undefined;
  readonly scrollToEntry: (id: string) => void;
  /** False when the month is not loaded. */
  readonly scrollToMonth: (month: string) => boolean;
}

/** The rows that are near the window, and the ways to move among all of them. */
export function useTimelineList(rows: readonly TimelineRow[], entries: Entries): TimelineList {
  const listRef = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => setScrollMargin(listRef.current?.offsetTop ?? 0), []);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => guessedHeight[rows[index]!.kind],
    getItemKey: (index) => rows[index]!.key,
    overscan: 12,
    scrollMargin,
    scrollPaddingStart: toolsHeight,
    initialRect: serverRect,
  });

  const rendered = virtualizer.getVirtualItems();
  const lastRendered = rendered.at(-1)?.index ?? 0;
  useEffect(() => {
    if (entries.hasMore && !entries.failed && lastRendered >= rows.length - 15) entries.loadMore();
  }, [entries, lastRendered, rows.length]);

  const top = (virtualizer.scrollOffset ?? 0) + toolsHeight + 8;
  const shown = rendered.find(({ end }) => end > top) ?? rendered[0];

  const scrollTo = useCallback(
    (matches: (row: TimelineRow) => boolean, align: 'start' | 'auto') => {
      const index = rows.findIndex(matches);
      if (index !== -1) virtualizer.scrollToIndex(index, { align });
      return index !== -1;
    },
    [rows, virtualizer],
  );

  return {
    listRef,
    virtualizer,
    rows,
    shownMonth: shown && rows[shown.index]?.month,
    scrollToEntry: useCallback((id) => void scrollTo(({ key }) => key === id, 'auto'), [scrollTo]),
    scrollToMonth: useCallback((month) => scrollTo(({ key }) => key === month, 'start'), [scrollTo]),
  };
}
