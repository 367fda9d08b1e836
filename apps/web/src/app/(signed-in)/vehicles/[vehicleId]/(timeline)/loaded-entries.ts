import type { TimelineItem } from '@/api/schema.gen';
import type { ReadEntries } from './read-entries';

/** What scrolling has brought below the first page. */
export interface LoadedEntries {
  /** Of the filters that it was read with. */
  readonly asked: string;
  readonly items: readonly TimelineItem[];
  readonly nextCursor: string | null;
  /** The last attempt to read on. */
  readonly failed: boolean;
  /** The first page has changed since, and what lies below it did not arrive: it is read again, not read on. */
  readonly outdated?: true;
}

/** Where a list is read on: an answer counts only while the list still ends there. */
export type Place = Pick<LoadedEntries, 'asked' | 'nextCursor'>;

export function withMore(known: LoadedEntries, place: Place, page: ReadEntries): LoadedEntries {
  if (!endsAt(known, place)) return known;
  return { ...known, items: [...known.items, ...page.items], nextCursor: page.nextCursor, failed: false };
}

export function withFailure(known: LoadedEntries, place: Place): LoadedEntries {
  return endsAt(known, place) ? { ...known, failed: true } : known;
}

/** Whether the list may go on below: where it ended before it changed is not known to be its end. */
export function hasMore({ nextCursor, outdated }: LoadedEntries): boolean {
  return outdated ?? nextCursor !== null;
}

export function endsAt(known: Place, { asked, nextCursor }: Place): boolean {
  return known.asked === asked && known.nextCursor === nextCursor;
}
