import { answer } from '@/api/client';
import type { TimelineItem, TimelinePage } from '@/api/schema.gen';
import { browserApi } from '@/session/browser-session';
import { queryOf, type Filters } from './filters';

/** What the list shows, and where it goes on. */
export interface EntriesBelow {
  readonly vehicleId: string;
  readonly filters: Filters;
  readonly cursor: string;
}

/** What the list needs of a page. */
export type ReadEntries = Pick<TimelinePage, 'items' | 'nextCursor'>;

const mostOnAPage = 200;

/** The next entries below a page. */
export function readEntries(below: EntriesBelow, limit: number): Promise<TimelinePage> {
  const { vehicleId, filters, cursor } = below;
  return answer(
    browserApi.GET('/api/v1/vehicles/{vehicleId}/timeline', {
      params: { path: { vehicleId }, query: { ...queryOf(filters), cursor, limit } },
    }),
  );
}

/** As many entries below a page as were there before, and what is left of the page after the last one. */
export async function readEntriesAgain(below: EntriesBelow, depth: number): Promise<ReadEntries> {
  let loaded: ReadEntries = { items: [], nextCursor: below.cursor };
  while (loaded.nextCursor !== null && loaded.items.length < depth) {
    const page = await readEntries({ ...below, cursor: loaded.nextCursor }, mostOnAPage);
    loaded = { items: [...loaded.items, ...page.items], nextCursor: page.nextCursor };
  }
  return loaded;
}

/** One entry, wherever in the list it is. @throws ApiProblem `not-found` */
export function readEntry(vehicleId: string, eventId: string): Promise<TimelineItem> {
  const params = { path: { vehicleId, eventId } };
  return answer(browserApi.GET('/api/v1/vehicles/{vehicleId}/events/{eventId}', { params }));
}
