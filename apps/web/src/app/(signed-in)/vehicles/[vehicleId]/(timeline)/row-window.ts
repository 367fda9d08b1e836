import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect } from 'react';
import { guessedHeightPx, type NearRows } from './near-rows';
import type { TimelineRow } from './timeline-rows';

export type RowVirtualizer = Virtualizer<Window, Element>;

interface RowWindowProps {
  readonly rows: readonly TimelineRow[];
  /** Where the list begins on the page, in pixels. */
  readonly listTop: number;
  readonly onReady: (virtualizer: RowVirtualizer) => void;
  readonly onMove: (near: NearRows) => void;
}

/** What stays at the top of the window over the list: the tools. */
const toolsHeight = 57;

/** Watches which rows are near the window. Draws nothing itself, so that the rows stand before its code is there. */
export default function RowWindow({ rows, listTop, onReady, onMove }: RowWindowProps) {
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    // Other functions than before would have all rows measured anew.
    estimateSize: useCallback((index: number) => guessedHeightPx[rows[index]!.kind], [rows]),
    getItemKey: useCallback((index: number) => rows[index]!.key, [rows]),
    overscan: 12,
    scrollMargin: listTop,
    scrollPaddingStart: toolsHeight,
  });
  useEffect(() => onReady(virtualizer), [virtualizer, onReady]);
  useLayoutEffect(() => onMove(nearRows(virtualizer, listTop)));
  return null;
}

function nearRows(virtualizer: RowVirtualizer, listTop: number): NearRows {
  const rendered = virtualizer.getVirtualItems();
  const [first, last] = [rendered[0], rendered.at(-1)];
  const top = (virtualizer.scrollOffset ?? 0) + toolsHeight + 8;
  const shown = rendered.find(({ end }) => end > top) ?? first;
  return {
    from: first?.index ?? 0,
    to: (last?.index ?? -1) + 1,
    abovePx: (first?.start ?? listTop) - listTop,
    belowPx: Math.max(virtualizer.getTotalSize() - ((last?.end ?? listTop) - listTop), 0),
    top: shown?.index ?? 0,
  };
}
