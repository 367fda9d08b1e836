import { isDeepStrictEqual } from 'node:util';
import { forTenant } from '@odolog/db';
import { readCorrected, type StoredEvent } from '@odolog/event-store';
import { eventType, type ChargeSession } from '@odolog/events';
import { priceCharge, type DecidedEvent } from '@odolog/vehicle';
import type { Resources } from '../resources.js';
import { readTariffs } from './tariff-records.js';

interface Place {
  readonly tenantId: string;
  readonly vehicleId: string;
}

/**
 * Writes into charges that say no total what the tariffs of their site make of them, so that they cost that for good. Sent again
 * one keeps the price that it got the first time, whatever tariffs there are by now, and so does a correction that leaves what
 * is priced as it was.
 */
export async function priceByTariff<Event extends DecidedEvent>(
  { db }: Resources,
  { tenantId, vehicleId }: Place,
  events: readonly Event[],
  corrects?: StoredEvent,
): Promise<Event[]> {
  const waiting = events.filter(sessionOf).map(({ id }) => id);
  if (waiting.length === 0) return [...events];
  return forTenant(db, tenantId, async (trx) => {
    const tariffs = await readTariffs(trx, tenantId, vehicleId);
    const known = new Map((await readCorrected(trx, waiting)).map((event) => [event.id, event]));
    return events.map((event) => {
      const session = sessionOf(event);
      if (!session) return event;
      const before = known.get(event.id) ?? (sameSession(corrects, session) ? corrects : undefined);
      const price = before ? before.data['priced'] : priceCharge(session, tariffs);
      return price ? { ...event, data: { ...event.data, priced: price } } : event;
    });
  });
}

/** Whether an earlier charge was priced, and for the same. */
function sameSession(earlier: StoredEvent | undefined, session: ChargeSession): earlier is StoredEvent {
  if (earlier?.data['priced'] === undefined) return false;
  const { priced: _, ...data } = earlier.data;
  return isDeepStrictEqual(sessionOf({ ...earlier, data }), session);
}

function sessionOf({ type, data }: Pick<DecidedEvent, 'type' | 'data'>) {
  return eventType(type)?.chargeSession?.({ ...data }) ?? null;
}
