import type { TimelineRow } from './timeline-rows';

/** The rows near the window, and how high the empty stretches around them are, in pixels. */
export interface NearRows {
  readonly from: number;
  /** The first index that is not near any more. */
  readonly to: number;
  readonly abovePx: number;
  readonly belowPx: number;
  /** The row at the top of the window, under the tools. */
  readonly top: number;
}

export const guessedHeightPx = { month: 58, entry: 62 } as const;

/** What the tallest usual window shows, and a little more: the server knows no window. */
const firstRows = 34;

/** Until the window is watched: the first rows of the list. */
export function rowsAtFirst(rows: readonly TimelineRow[]): NearRows {
  const hidden = rows.slice(firstRows);
  return {
    from: 0,
    to: firstRows,
    abovePx: 0,
    belowPx: hidden.reduce((height, { kind }) => height + guessedHeightPx[kind], 0),
    top: 0,
  };
}

export function sameRows(one: NearRows, other: NearRows): boolean {
  const keys = ['from', 'to', 'abovePx', 'belowPx', 'top'] as const;
  return keys.every((key) => one[key] === other[key]);
}
