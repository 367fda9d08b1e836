import { forTenant } from '@odolog/db';
import { readEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import { priceCharge, type DecidedEvent } from '@odolog/vehicle';
import type { Resources } from '../resources.js';
import { readTariffs } from './tariff-records.js';

interface Place {
  readonly tenantId: string;
  readonly vehicleId: string;
}

/**
 * Writes into charges that say no total what the tariffs of their site make of them, so that they cost that for good. Sent again
 * one keeps the price that it got the first time, whatever tariffs there are by now.
 */
export async function priceByTariff<Event extends DecidedEvent>(
  { db }: Resources,
  { tenantId, vehicleId }: Place,
  events: readonly Event[],
): Promise<Event[]> {
  if (!events.some(sessionOf)) return [...events];
  return forTenant(db, tenantId, async (trx) => {
    const tariffs = await readTariffs(trx, tenantId, vehicleId);
    const priced: Event[] = [];
    for (const event of events) {
      const session = sessionOf(event);
      const known = session && (await readEvent(trx, event.id));
      const price = known ? known.data['priced'] : session && priceCharge(session, tariffs);
      priced.push(price ? { ...event, data: { ...event.data, priced: price } } : event);
    }
    return priced;
  });
}

function sessionOf({ type, data }: DecidedEvent) {
  return eventType(type)?.chargeSession?.({ ...data }) ?? null;
}
