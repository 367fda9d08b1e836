import type { TenantTransaction } from '@odolog/db';
import type { StoredEvent } from '@odolog/event-store';
import { sql } from 'kysely';

/** An event that an import created, and what has superseded it since. */
export interface CreatedEvent extends Pick<
  StoredEvent,
  'id' | 'type' | 'date' | 'occurredAt' | 'timeKnown' | 'version' | 'position'
> {
  readonly supersededBy: string | null;
  readonly retracted: boolean;
}

/** What an import created, told by the events themselves: also where it was cut off before it could say so. */
export async function createdBy(
  trx: TenantTransaction,
  { vehicleId, importId }: { readonly vehicleId: string; readonly importId: string },
): Promise<CreatedEvent[]> {
  const { rows } = await sql<Omit<CreatedEvent, 'occurredAt'> & { occurredAt: Date }>`
    SELECT e.id, e.type, e.date, e.occurred_at, e.time_known, e.version, e.position, s.by_id AS superseded_by, COALESCE(s.retracts, false) AS retracted
      FROM app.vehicle_events e
      LEFT JOIN app.event_supersessions s ON s.tenant_id = e.tenant_id AND s.event_id = e.id
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.vehicle_id = ${vehicleId}
       AND e.source LIKE ${`import:${importId}:%`} AND e.type <> 'retraction'
     ORDER BY e.date, e.occurred_at, e.position`.execute(trx);
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }));
}

/** Up to where an import was undone; null where its undo retracted nothing. */
export async function undonePosition(
  trx: TenantTransaction,
  { vehicleId, importId }: { readonly vehicleId: string; readonly importId: string },
): Promise<number | null> {
  const { rows } = await sql<{ position: number | null }>`
    SELECT max(e.position) AS position FROM app.vehicle_events e
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.vehicle_id = ${vehicleId}
       AND e.source = ${undoSource(importId)}`.execute(trx);
  return rows[0]?.position ?? null;
}

/** What the retractions of an undo say of where they come from. */
export function undoSource(importId: string): string {
  return `import:${importId}:undo`;
}
