import { forTenant } from '@odolog/db';
import { readTimeline, type TimelineQuery } from '@odolog/event-store';
import type { Format } from '@odolog/events';
import { readPosition } from '@odolog/read-models';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { presentEvents } from './present-events.js';
import type { TimelinePage } from './timeline.contract.js';

/**
 * A page of events and what was derived from them: one after the other, so that no request ever holds two connections. It is told
 * how far the read models are before they are read: what was derived is no older.
 */
export async function readTimelinePage(
  { db }: Resources,
  { tenantId }: Caller,
  { wanted, format }: { readonly wanted: TimelineQuery; readonly format: Format },
): Promise<TimelinePage> {
  const { items, headPosition, nextCursor } = await readTimeline(db, tenantId, wanted);
  const [derivedTo, shown] = await forTenant(db, tenantId, (trx) =>
    Promise.all([readPosition(trx), presentEvents(trx, items, format)]),
  );
  return { items: shown, nextCursor, position: Math.min(headPosition, derivedTo) };
}
