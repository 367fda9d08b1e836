import { forTenant } from '@odolog/db';
import { readTimeline, type TimelineQuery } from '@odolog/event-store';
import type { Format } from '@odolog/events';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { presentEvents } from './present-events.js';
import type { TimelinePage } from './timeline.contract.js';

/** A page of events and what was derived from them: one after the other, so that no request ever holds two connections. */
export async function readTimelinePage(
  { db }: Resources,
  { tenantId }: Caller,
  { wanted, format }: { readonly wanted: TimelineQuery; readonly format: Format },
): Promise<TimelinePage> {
  const { items, nextCursor } = await readTimeline(db, tenantId, wanted);
  const shown = await forTenant(db, tenantId, (trx) => presentEvents(trx, items, format));
  return { items: shown, nextCursor };
}
