import { isDeepStrictEqual } from 'node:util';
import { forTenant } from '@odolog/db';
import { readEvent, type StoredEvent } from '@odolog/event-store';
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
  if (!events.some(sessionOf)) return [...events];
  return forTenant(db, tenantId, async (trx) => {
    const tariffs = await readTariffs(trx, tenantId, vehicleId);
    const priced: Event[] = [];
    for (const event of events) {
      const session = sessionOf(event);
      const known = session && (await readEvent(trx, event.id));
      const before = known ?? (session && sameSession(corrects, session) ? corrects : undefined);
      const price = before ? before.data['priced'] : session && priceCharge(session, tariffs);
      priced.push(price ? { ...event, data: { ...event.data, priced: price } } : event);
    }
    return priced;
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
