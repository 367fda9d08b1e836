import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Target } from './projector.js';

/** Takes the rows of superseded events out of a table keyed by event, and returns them: what they leave is dirty. */
export async function deleteSuperseded<Row>(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  { table, eventIds }: { readonly table: string; readonly eventIds: readonly string[] },
): Promise<Row[]> {
  if (eventIds.length === 0) return [];
  const { rows } = await sql<Row>`
    DELETE FROM ${sql.table(`app.${table}`)}
     WHERE tenant_id = ${tenantId} AND generation = ${generation} AND event_id = ANY (${eventIds})
    RETURNING *`.execute(trx);
  return rows;
}
