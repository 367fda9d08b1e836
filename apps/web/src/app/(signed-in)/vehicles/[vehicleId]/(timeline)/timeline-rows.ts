import type { TimelineItem } from '@/api/schema.gen';
import type { ChargeFold } from './charge-folds';
import type { Month } from './shown-month';

const nothingFolded: ReadonlyMap<string, ChargeFold> = new Map();

export interface MonthRow {
  readonly kind: 'month';
  readonly key: string;
  /** YYYY-MM */
  readonly month: string;
  /** Absent while a filter hides part of the month: its sums would not be those of what is shown. */
  readonly totals: Month | undefined;
}

export interface EntryRow {
  readonly kind: 'entry';
  readonly key: string;
  readonly month: string;
  readonly item: TimelineItem;
  /** What the row stands for, where it is more than its entry. */
  readonly fold: ChargeFold | undefined;
  /** A day is written once, at its first entry. */
  readonly opensDay: boolean;
  readonly firstOfMonth: boolean;
  readonly lastOfMonth: boolean;
}

export type TimelineRow = MonthRow | EntryRow;

/**
 * Entries, newest first, as the rows that the list shows: each month's header before its entries. What is folded stands where
 * its newest entry does.
 */
export function timelineRows(
  items: readonly TimelineItem[],
  months: readonly Month[],
  folds: ReadonlyMap<string, ChargeFold> = nothingFolded,
): TimelineRow[] {
  const totals = new Map(months.map((month) => [month.month, month]));
  const shown =
    folds.size === 0 ? items : items.filter((item) => (folds.get(item.id)?.charges[0] ?? item) === item);
  return [...Map.groupBy(shown, monthOf)].flatMap(([month, entries]): TimelineRow[] => [
    { kind: 'month', key: month, month, totals: totals.get(month) },
    ...entries.map((item, index): EntryRow => ({
      kind: 'entry',
      key: item.id,
      month,
      item,
      fold: folds.get(item.id),
      opensDay: entries[index - 1]?.date !== item.date,
      firstOfMonth: index === 0,
      lastOfMonth: index === entries.length - 1,
    })),
  ]);
}

export interface MonthSection {
  readonly month: string;
  readonly header: MonthRow;
  readonly entries: readonly EntryRow[];
}

/** Rows below the header of the first, by month again, so that a month is a section with a list in the document. */
export function monthSections(rows: readonly TimelineRow[]): MonthSection[] {
  const sections: { month: string; header: MonthRow; entries: EntryRow[] }[] = [];
  for (const row of rows) {
    if (row.kind === 'month') sections.push({ month: row.month, header: row, entries: [] });
    else sections.at(-1)?.entries.push(row);
  }
  return sections;
}

/** What was loaded before and lies below a page that has just been read again. */
export function mergePages(
  page: readonly TimelineItem[],
  loaded: readonly TimelineItem[],
): readonly TimelineItem[] {
  const known = new Set(page.map(({ id }) => id));
  return [...page, ...loaded.filter(({ id }) => !known.has(id))];
}

const monthOf = ({ date }: TimelineItem) => date.slice(0, 7);
