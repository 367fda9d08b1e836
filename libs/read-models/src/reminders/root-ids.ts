import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';

/** The first event of the chain of corrections that each event ends, by the event's id. Events are immutable: so is this. */
export async function rootIdsOf(
  trx: TenantTransaction,
  eventIds: readonly string[],
): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<{ eventId: string; rootId: string }>`
    WITH RECURSIVE chain AS (
      SELECT id AS event_id, id, 0 AS depth FROM unnest(${eventIds}::uuid[]) given(id)
      UNION ALL
      SELECT c.event_id, e.corrects_id, c.depth + 1
        FROM chain c
        JOIN app.event_ids i ON i.tenant_id = (SELECT app.current_tenant_id()) AND i.id = c.id
        JOIN app.vehicle_events e ON e.tenant_id = (SELECT app.current_tenant_id()) AND e.id = i.id AND e.date = i.date
       WHERE e.corrects_id IS NOT NULL)
    SELECT DISTINCT ON (event_id) event_id, id AS root_id FROM chain ORDER BY event_id, depth DESC`.execute(
    trx,
  );
  return new Map(rows.map(({ eventId, rootId }) => [eventId, rootId]));
}
