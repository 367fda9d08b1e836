import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { v5 } from 'uuid';

/** What became of a row's event: it is yet to be, it stands (or a person changed or removed it), or an undo took it back. */
type Fate = 'absent' | 'kept' | 'undone';

/** The id that a row's event has, or would have; `isDuplicate` when it is there already. */
export interface RowId {
  readonly eventId: string;
  readonly isDuplicate: boolean;
}

/**
 * Finds the ids of rows by their fingerprints. An id follows from vehicle and fingerprint, so a second import finds the first.
 * Ids are never free again: after an undo, the same row gets the id of its next generation. What a person has corrected or
 * retracted themselves stays a duplicate.
 */
export async function idsOfRows(
  trx: TenantTransaction,
  { tenantId, vehicleId }: { readonly tenantId: string; readonly vehicleId: string },
  fingerprints: readonly string[],
): Promise<Map<string, RowId>> {
  const found = new Map<string, RowId>();
  let open = fingerprints;
  for (let generation = 0; open.length > 0; generation += 1) {
    const idOf = (fingerprint: string) => v5(`${fingerprint}:${generation}`, vehicleId);
    const fates = await fatesOf(trx, tenantId, open.map(idOf));
    for (const fingerprint of open) {
      const eventId = idOf(fingerprint);
      const fate = fates.get(eventId) ?? 'absent';
      if (fate !== 'undone') found.set(fingerprint, { eventId, isDuplicate: fate === 'kept' });
    }
    open = open.filter((fingerprint) => !found.has(fingerprint));
  }
  return found;
}

async function fatesOf(trx: TenantTransaction, tenantId: string, ids: string[]): Promise<Map<string, Fate>> {
  const { rows } = await sql<{ id: string; undone: boolean }>`
    SELECT i.id, COALESCE(r.source LIKE 'import:%:undo', false) AS undone
      FROM app.event_ids i
      LEFT JOIN app.event_supersessions s ON s.tenant_id = i.tenant_id AND s.event_id = i.id AND s.retracts
      LEFT JOIN app.vehicle_events r ON r.tenant_id = s.tenant_id AND r.id = s.by_id AND r.date = s.by_date
     WHERE i.tenant_id = ${tenantId} AND i.id = ANY (${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, undone }) => [id, undone ? 'undone' : 'kept']));
}
