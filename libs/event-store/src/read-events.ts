import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { StoredEvent } from './event.js';
import { storedColumns, storedEvent, type StoredRow } from './stored-event.js';

/** The tenant's events after a position, in position order: gapless, in commit order; of these vehicles only, if any are named. */
export async function readFeed(
  trx: TenantTransaction,
  {
    after,
    limit,
    vehicleIds,
  }: { readonly after: number; readonly limit: number; readonly vehicleIds?: readonly string[] | undefined },
): Promise<StoredEvent[]> {
  const named = vehicleIds ? sql`AND e.vehicle_id = ANY (${vehicleIds}::uuid[])` : sql``;
  const { rows } = await sql<StoredRow>`
    SELECT ${storedColumns} FROM app.vehicle_events e
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.position > ${after} ${named}
     ORDER BY e.position LIMIT ${limit}`.execute(trx);
  return rows.map(storedEvent);
}

/** The tenant's last position; 0 before its first event. */
export async function readHeadPosition(trx: TenantTransaction): Promise<number> {
  const head = await trx
    .selectFrom('tenantHeads')
    .select('position')
    .where('tenantId', '=', sql<string>`(SELECT app.current_tenant_id())`)
    .executeTakeFirst();
  return head?.position ?? 0;
}

/** One vehicle's events after a version, in version order: what a chain is verified over. */
export async function readStream(
  trx: TenantTransaction,
  vehicleId: string,
  { afterVersion = 0, limit = 1000 }: { readonly afterVersion?: number; readonly limit?: number } = {},
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    SELECT ${storedColumns} FROM app.vehicle_events e
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.vehicle_id = ${vehicleId} AND e.version > ${afterVersion}
     ORDER BY e.version LIMIT ${limit}`.execute(trx);
  return rows.map(storedEvent);
}

/** The stream's version, or undefined when there is no such vehicle. */
export async function readStreamVersion(
  trx: TenantTransaction,
  vehicleId: string,
): Promise<number | undefined> {
  const stream = await trx
    .selectFrom('vehicleStreams')
    .select('version')
    .where('tenantId', '=', sql<string>`(SELECT app.current_tenant_id())`)
    .where('vehicleId', '=', vehicleId)
    .executeTakeFirst();
  return stream?.version;
}

/** What stands on days of a vehicle, in its order. @param dates YYYY-MM-DD */
export async function readStandingOfDays(
  trx: TenantTransaction,
  vehicleId: string,
  dates: readonly string[],
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    SELECT ${storedColumns} FROM app.vehicle_events e
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.vehicle_id = ${vehicleId} AND e.date = ANY (${dates}::date[])
       AND NOT EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id)
     ORDER BY e.date, e.occurred_at, e.order_version`.execute(trx);
  return rows.map(storedEvent);
}

/** What stands of a vehicle with a valid reading, the last of them up to a day, oldest first. @param until YYYY-MM-DD */
export async function readReadingsUntil(
  trx: TenantTransaction,
  vehicleId: string,
  { until, limit }: { readonly until: string; readonly limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    SELECT ${storedColumns} FROM app.vehicle_events e
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.vehicle_id = ${vehicleId} AND e.date <= ${until}::date
       AND e.odometer_m IS NOT NULL AND NOT e.odometer_void
       AND NOT EXISTS (SELECT FROM app.event_supersessions s WHERE s.tenant_id = e.tenant_id AND s.event_id = e.id)
     ORDER BY e.date DESC, e.occurred_at DESC, e.order_version DESC LIMIT ${limit}`.execute(trx);
  return rows.map(storedEvent).toReversed();
}

/** One event by its id; the registry of ids finds its partition (as a join it would not: every year was looked into). */
export async function readEvent(trx: TenantTransaction, eventId: string): Promise<StoredEvent | undefined> {
  const { rows } = await sql<StoredRow>`
    SELECT ${storedColumns} FROM app.vehicle_events e
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.id = ${eventId}
       AND e.date = (SELECT i.date FROM app.event_ids i WHERE i.tenant_id = (SELECT app.current_tenant_id()) AND i.id = ${eventId})`.execute(
    trx,
  );
  return rows[0] && storedEvent(rows[0]);
}

/**
 * An event with all that it corrects and undoes and that corrects and undoes it, oldest first; empty when there is none.
 * Down from its root by the index of corrections, so that what was undone is part of it.
 */
export async function readHistory(trx: TenantTransaction, eventId: string): Promise<StoredEvent[]> {
  return readHistories(trx, [eventId]);
}

/** The same of several events, which may be of several vehicles. */
export async function readHistories(
  trx: TenantTransaction,
  eventIds: readonly string[],
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    WITH RECURSIVE ${back(eventIds)},
    forth AS (
      SELECT id, date FROM back WHERE corrects_id IS NULL
      UNION
      SELECT e.id, e.date FROM forth f, tenant t, app.vehicle_events e WHERE e.tenant_id = t.id AND e.corrects_id = f.id)
    SELECT ${storedColumns} FROM forth, tenant t, app.vehicle_events e
     WHERE e.tenant_id = t.id AND e.id = forth.id AND e.date = forth.date
     ORDER BY e.vehicle_id, e.version`.execute(trx);
  return rows.map(storedEvent);
}

/** The events with all that they correct and undo, down to the roots; in position order. */
export async function readCorrected(
  trx: TenantTransaction,
  eventIds: readonly string[],
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredRow>`
    WITH RECURSIVE ${back(eventIds)}
    SELECT ${storedColumns} FROM back, tenant t, app.vehicle_events e
     WHERE e.tenant_id = t.id AND e.id = back.id AND e.date = back.date
     ORDER BY e.position`.execute(trx);
  return rows.map(storedEvent);
}

/** Each step by the registry of ids, whose date finds the one partition. */
function back(eventIds: readonly string[]) {
  return sql`
    tenant AS MATERIALIZED (SELECT app.current_tenant_id() AS id),
    back AS (
      SELECT i.id, i.date, e.corrects_id FROM tenant t, app.event_ids i, app.vehicle_events e
       WHERE i.tenant_id = t.id AND i.id = ANY (${eventIds}::uuid[]) AND e.tenant_id = t.id AND e.id = i.id AND e.date = i.date
      UNION
      SELECT i.id, i.date, e.corrects_id FROM back b, tenant t, app.event_ids i, app.vehicle_events e
       WHERE i.tenant_id = t.id AND i.id = b.corrects_id AND e.tenant_id = t.id AND e.id = i.id AND e.date = i.date)`;
}
