import { isDrawn } from '@/ui/is-drawn';
import type { TimelineRow } from './timeline-rows';

/**
 * The rows near the window, and how high the empty stretches around them are, in pixels. The month of the first row keeps its
 * header and its beginning though both are out of sight: what is seen of a month stays where it is while its rows come and go.
 */
export interface NearRows {
  /** The header of the month that the first row is in. */
  readonly header: number;
  /** The first row near the window, or that header. */
  readonly from: number;
  /** The first index that is not near any more. */
  readonly to: number;
  /** Above the header. */
  readonly abovePx: number;
  /** Between the header and the first row. */
  readonly skippedPx: number;
  readonly belowPx: number;
  /** The row at the top of the window, under the tools. */
  readonly top: number;
}

/**
 * A month's header, an entry of one line, one with a figure of economy below, and a line of files below that. What is guessed well
 * moves nothing later.
 */
export const guessedHeightPx = { month: 66, entry: 50, figure: 78, photos: 56, papers: 34 } as const;

export function guessedHeightOf(row: TimelineRow): number {
  if (row.kind === 'month') return guessedHeightPx.month;
  const { derived, files = [] } = row.item;
  const height = derived.economy ? guessedHeightPx.figure : guessedHeightPx.entry;
  if (files.length === 0) return height;
  return (
    height +
    (files.some(({ mediaType }) => isDrawn(mediaType)) ? guessedHeightPx.photos : guessedHeightPx.papers)
  );
}

/** Until the window is watched: the first rows of the list, as many as the server has drawn. */
export function rowsAtFirst(rows: readonly TimelineRow[], firstRows: number): NearRows {
  const hidden = rows.slice(firstRows);
  return {
    header: 0,
    from: 0,
    to: firstRows,
    abovePx: 0,
    skippedPx: 0,
    belowPx: hidden.reduce((height, row) => height + guessedHeightOf(row), 0),
    top: 0,
  };
}

/** Filters may bring a list that ends above where the one before was looked at; the window is only watched after that. */
export const rowsStillThere = (rows: readonly TimelineRow[], near: NearRows, firstRows: number): NearRows =>
  near.from < rows.length ? near : rowsAtFirst(rows, firstRows);

/** On paper there is no window. */
export function everyRow(rows: readonly TimelineRow[]): NearRows {
  return { header: 0, from: 0, to: rows.length, abovePx: 0, skippedPx: 0, belowPx: 0, top: 0 };
}

interface Place {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** What is rendered of all rows, by where they stand on the page. */
export interface Placed {
  readonly rendered: readonly Place[];
  readonly placeOf: (index: number) => Place;
  readonly listTop: number;
  readonly listHeight: number;
  /** Where on the page one begins to read: under what stays at the top of the window. */
  readonly readFrom: number;
}

export function nearRows(rows: readonly TimelineRow[], placed: Placed): NearRows {
  const { rendered, placeOf, listTop, listHeight, readFrom } = placed;
  const [first, last] = [rendered[0], rendered.at(-1)];
  if (!first || !last) {
    return { header: 0, from: 0, to: 0, abovePx: 0, skippedPx: 0, belowPx: listHeight, top: 0 };
  }
  const header = headerOf(rows, first.index);
  const { start, end } = placeOf(header);
  return {
    header,
    from: first.index,
    to: last.index + 1,
    abovePx: start - listTop,
    skippedPx: header === first.index ? 0 : first.start - end,
    belowPx: Math.max(listHeight - (last.end - listTop), 0),
    top: (rendered.find((place) => place.end > readFrom) ?? first).index,
  };
}

/** Looked for upwards from the row: a month is short, the list is not. */
function headerOf(rows: readonly TimelineRow[], index: number): number {
  let header = index;
  while (header > 0 && rows[header]!.kind !== 'month') header -= 1;
  return header;
}

/** Those to be rendered, each with its index among all. */
export function shownRows(
  rows: readonly TimelineRow[],
  { header, from, to }: NearRows,
): { rows: TimelineRow[]; indexOf: Map<string, number> } {
  const indices = rows.slice(from, to).map((_, index) => from + index);
  if (header < from) indices.unshift(header);
  return {
    rows: indices.map((index) => rows[index]!),
    indexOf: new Map(indices.map((index) => [rows[index]!.key, index])),
  };
}

export function sameRows(one: NearRows, other: NearRows): boolean {
  const keys = ['header', 'from', 'to', 'abovePx', 'skippedPx', 'belowPx', 'top'] as const;
  return keys.every((key) => one[key] === other[key]);
}
