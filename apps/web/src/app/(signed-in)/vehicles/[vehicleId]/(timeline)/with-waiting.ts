import type { TimelineItem } from '@/api/schema.gen';
import { isFiltered, type Filters } from './filters';

type Placed = Pick<TimelineItem, 'id' | 'date' | 'occurredAt' | 'type' | 'correctsId'>;

/** What the server has, and in their places among it, newest first, entries that it does not have yet; without what these correct. */
export function withWaiting<Item extends Placed>(
  { items, hasMore }: { readonly items: readonly Item[]; readonly hasMore: boolean },
  waiting: readonly Item[],
  filters: Filters,
): readonly Item[] {
  if (waiting.length === 0) return items;
  const known = new Set(items.map(({ id }) => id));
  const unknown = waiting.filter(({ id }) => !known.has(id));
  if (unknown.length === 0) return items;
  const corrected = new Set(unknown.map(({ correctsId }) => correctsId));
  const missing = unknown.filter((entry) => matches(entry, filters));
  const merged = items.filter(({ id }) => !corrected.has(id));
  for (const entry of missing) {
    const at = merged.findIndex((other) => momentOf(other) <= momentOf(entry));
    if (at !== -1) merged.splice(at, 0, entry);
    // Older than all that is loaded: its place comes with what is not.
    else if (!hasMore) merged.push(entry);
  }
  return merged;
}

/** Words are looked for by the server only, so a search shows what it has. */
function matches({ type, date }: Placed, filters: Filters): boolean {
  if (filters.to && date > filters.to) return false;
  return !isFiltered(filters) || (filters.q === '' && filters.types.includes(type));
}

/** Without a time, an entry stands at noon. */
const momentOf = ({ date, occurredAt }: Placed) => Date.parse(occurredAt ?? `${date}T12:00:00Z`);
