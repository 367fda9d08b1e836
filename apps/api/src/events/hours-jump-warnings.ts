import type { TenantTransaction } from '@odolog/db';
import type { EventToAppend } from '@odolog/event-store';
import { factsOf } from '@odolog/events';
import { hoursJumps, type HoursReading, type Warning } from '@odolog/vehicle';
import { sql } from 'kysely';

/** Accepted hours that ran faster than time since those before, or those that came with them, by the ids of their events. */
export async function hoursJumpWarnings(
  trx: TenantTransaction,
  events: readonly EventToAppend[],
): Promise<Map<string, Warning[]>> {
  const came = events.flatMap(readingOf);
  const [first] = events;
  if (!first || came.length === 0) return new Map();
  const replaced = new Set(events.flatMap(({ id, correctsId }) => [id, correctsId]));
  const known = (await readHours(trx, first)).filter(({ eventId }) => !replaced.has(eventId));
  return hoursJumps(came, known);
}

function readingOf(event: EventToAppend): HoursReading[] {
  const { runtime } = factsOf(event);
  if (!runtime || runtime.void) return [];
  const { id: eventId, date, occurredAt } = event;
  return [{ eventId, date, occurredAt, ...runtime }];
}

async function readHours(
  trx: TenantTransaction,
  { tenantId, vehicleId }: EventToAppend,
): Promise<HoursReading[]> {
  const { rows } = await sql<Omit<HoursReading, 'occurredAt'> & { readonly occurredAt: Date }>`
    SELECT h.event_id, h.date, h.occurred_at, h.minutes FROM app.event_hours h
     WHERE h.tenant_id = ${tenantId} AND h.vehicle_id = ${vehicleId}
       AND NOT EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = h.tenant_id AND s.event_id = h.event_id)`.execute(
    trx,
  );
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }));
}
