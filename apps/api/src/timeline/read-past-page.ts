import { forTenant } from '@odolog/db';
import {
  readHeadPosition,
  readTimeline,
  type KnownHistory,
  type TimelineEvent,
  type TimelineQuery,
} from '@odolog/event-store';
import { factsOf, type Format } from '@odolog/events';
import {
  eventEconomiesOf,
  readKnownHistories,
  readPast,
  type EventEconomy,
  type PointOfView,
} from '@odolog/read-models';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import { presentDerived } from './present-events.js';
import type { TimelinePage } from './timeline.contract.js';

interface PastPage<Of> {
  readonly wanted: TimelineQuery & Of;
  readonly view: PointOfView;
  readonly format: Format;
}

/** A page of a vehicle's history as it was: what stood then, and what followed from it. */
export async function readPastPage(
  { db }: Resources,
  { tenantId }: Caller,
  { wanted, view, format }: PastPage<{ readonly vehicleId: string }>,
): Promise<TimelinePage> {
  const [position, past] = await forTenant(db, tenantId, (trx) =>
    Promise.all([readHeadPosition(trx), readPast(trx, wanted.vehicleId, view)]),
  );
  const { items, nextCursor } = await readTimeline(db, tenantId, queryThen(wanted, view, past.known));
  const economies = Promise.resolve(
    eventEconomiesOf(
      past,
      items.map(({ id }) => id),
    ),
  );
  const shown = await forTenant(db, tenantId, (trx) => presentDerived(trx, items, { format, economies }));
  return { items: shown, nextCursor, position };
}

/** The same of several vehicles: only those are folded whose fills are on the page. */
export async function readTenantPastPage(
  { db }: Resources,
  { tenantId }: Caller,
  { wanted, view, format }: PastPage<{ readonly vehicleIds: readonly string[] }>,
): Promise<TimelinePage> {
  const { knownAt } = view;
  const known =
    knownAt === undefined
      ? undefined
      : await forTenant(db, tenantId, (trx) => readKnownHistories(trx, wanted.vehicleIds, knownAt));
  const { items, headPosition, nextCursor } = await readTimeline(
    db,
    tenantId,
    queryThen(wanted, view, known),
  );
  const shown = await forTenant(db, tenantId, async (trx) => {
    const economies = new Map<string, EventEconomy>();
    const shownIds = items.map(({ id }) => id);
    for (const vehicleId of fuelledIn(items)) {
      const past = await readPast(trx, vehicleId, view);
      for (const [eventId, economy] of eventEconomiesOf(past, shownIds)) economies.set(eventId, economy);
    }
    return presentDerived(trx, items, { format, economies: Promise.resolve(economies) });
  });
  return { items: shown, nextCursor, position: headPosition };
}

function fuelledIn(items: readonly TimelineEvent[]): ReadonlySet<string> {
  return new Set(items.filter((event) => factsOf(event).energy).map(({ vehicleId }) => vehicleId));
}

function queryThen(
  wanted: TimelineQuery,
  { asOf }: PointOfView,
  known: KnownHistory | undefined,
): TimelineQuery {
  const [to] = [asOf, wanted.to].filter((day) => day !== undefined).sort();
  return { ...wanted, ...(to !== undefined && { to }), ...(known && { known }) };
}
