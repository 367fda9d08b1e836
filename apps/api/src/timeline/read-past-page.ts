import { forTenant } from '@odolog/db';
import { readTimeline, type TimelineQuery } from '@odolog/event-store';
import type { Format } from '@odolog/events';
import { eventEconomiesOf, readPast, type PointOfView } from '@odolog/read-models';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { presentDerived } from './present-events.js';
import type { TimelinePage } from './timeline.contract.js';

interface PastPage {
  readonly wanted: TimelineQuery & { readonly vehicleId: string };
  readonly view: PointOfView;
  readonly format: Format;
}

/** A page of a vehicle's history as it was: what stood then, and what followed from it. */
export async function readPastPage(
  { db }: Resources,
  { tenantId }: Caller,
  { wanted, view, format }: PastPage,
): Promise<TimelinePage> {
  const past = await forTenant(db, tenantId, (trx) => readPast(trx, wanted.vehicleId, view));
  const { items, nextCursor } = await readTimeline(db, tenantId, {
    ...wanted,
    ...upTo(view.asOf, wanted.to),
    known: past.known,
  });
  const economies = eventEconomiesOf(past);
  const shown = await forTenant(db, tenantId, (trx) => presentDerived(trx, items, { format, economies }));
  return { items: shown, nextCursor };
}

function upTo(asOf: string | undefined, to: string | undefined): { to?: string } {
  const [last] = [asOf, to].filter((day) => day !== undefined).sort();
  return last === undefined ? {} : { to: last };
}
