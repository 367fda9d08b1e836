import {
  useWindowVirtualizer,
  windowScroll,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { guessedHeightOf, nearRows, type NearRows } from './near-rows';
import type { TimelineRow } from './timeline-rows';
import { toolsEdges } from './tools-edges';

export type RowVirtualizer = Virtualizer<Window, Element>;

interface RowWindowProps {
  readonly rows: readonly TimelineRow[];
  readonly listRef: RefObject<HTMLElement | null>;
  /** Of rows that are not on the page now. */
  readonly heightsBefore: (() => VirtualItem[]) | undefined;
  readonly onReady: (virtualizer: RowVirtualizer) => void;
  readonly onMove: (near: NearRows) => void;
}

interface ListEdges {
  readonly listTop: number;
  readonly readFrom: number;
}

/** What stays at its bottom on a phone: the bar. */
const barHeight = 72;

/** Watches which rows are near the window. Draws nothing itself, so that the rows stand before its code is there. */
export default memo(function RowWindow(props: RowWindowProps) {
  const { rows, listRef, heightsBefore, onReady, onMove } = props;
  // In pixels. The list is there already, unless it comes with this.
  const [{ listTop, readFrom }, setEdges] = useState(() => edgesOf(listRef.current));
  useLayoutEffect(() => {
    const measureEdges = () => setEdges((known) => keptIfSame(known, edgesOf(listRef.current)));
    measureEdges();
    // A phone that is turned, or a window drawn wider: other tools, elsewhere.
    window.addEventListener('resize', measureEdges);
    return () => window.removeEventListener('resize', measureEdges);
  }, [listRef]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    // Other functions than before would have all rows measured anew.
    estimateSize: useCallback((index: number) => guessedHeightOf(rows[index]!), [rows]),
    getItemKey: useCallback((index: number) => rows[index]!.key, [rows]),
    initialMeasurementsCache: useState(() => [
      ...(heightsBefore?.() ?? []),
      ...measured(rows, listRef.current),
    ])[0],
    scrollToFn: scrollThere,
    overscan: useRowsBeyond(),
    // After the frame that scrolled, not within it: each of the two is short enough.
    useFlushSync: false,
    scrollMargin: listTop,
    scrollPaddingStart: readFrom,
    scrollPaddingEnd: barHeight,
  });
  useEffect(() => onReady(virtualizer), [virtualizer, onReady]);
  useLayoutEffect(() =>
    onMove(
      nearRows(rows, {
        rendered: virtualizer.getVirtualItems(),
        placeOf: (index) => virtualizer.measurementsCache[index]!,
        listTop,
        listHeight: virtualizer.getTotalSize(),
        readFrom: (virtualizer.scrollOffset ?? 0) + readFrom + 8,
      }),
    ),
  );
  return null;
});

/** So many rows beyond the window are drawn before it moves there. */
const rowsBeyond = { atFirst: 3, step: 3, most: 12 } as const;

/** More and more of them, each few in a task of its own: on a phone all at once would be a long one, while the page comes to life. */
function useRowsBeyond(): number {
  const [rows, setRows] = useState<number>(rowsBeyond.atFirst);
  useEffect(() => {
    if (rows >= rowsBeyond.most) return;
    const soon = setTimeout(() => setRows(rows + rowsBeyond.step), 50);
    return () => clearTimeout(soon);
  }, [rows]);
  return rows;
}

/** The heights that rows have on the page already: were they guessed, the page would be scrolled to where they put it. */
function measured(rows: readonly TimelineRow[], list: HTMLElement | null): VirtualItem[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-index]') ?? [])].flatMap((element) => {
    const index = Number(element.dataset.index);
    const { offsetTop: start, offsetHeight: size } = element;
    const row = rows[index];
    return row ? [{ index, key: row.key, start, size, end: start + size, lane: 0 }] : [];
  });
}

/** Scrolls unless the page stands there: to be told so would end a turn of the wheel that is under way. */
const scrollThere: typeof windowScroll = (offset, options, instance) => {
  if (offset + (options.adjustments ?? 0) !== window.scrollY) windowScroll(offset, options, instance);
};

/** Where the list begins on the page, and where in the window one begins to read: under the tools. */
function edgesOf(list: HTMLElement | null): ListEdges {
  return list
    ? { listTop: list.offsetTop, readFrom: toolsEdges(list.parentElement!).bottom }
    : { listTop: 0, readFrom: 0 };
}

/** The known ones while they are the same: nothing is rendered for them again. */
function keptIfSame(known: ListEdges, next: ListEdges): ListEdges {
  return known.listTop === next.listTop && known.readFrom === next.readFrom ? known : next;
}
