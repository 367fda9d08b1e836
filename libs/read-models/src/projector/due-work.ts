import type { Database } from '@odolog/db';
import { sql } from 'kysely';
import type { Lane } from './checkpoint.js';

/** A lane that is behind its tenant's head. */
export interface DueWork extends Lane {
  /** No checkpoint yet: the tenant's first event, or a projector that is new. */
  readonly unopened: boolean;
  /** It failed the last time: a single event is tried before a batch is. */
  readonly failing: boolean;
  /** Events behind. */
  readonly lag: number;
}

/** The lanes of every tenant that may be brought forward now, the longest waiting first. As odolog_worker. */
export async function findDueWork(
  db: Database,
  projectors: readonly string[],
  limit = 64,
): Promise<DueWork[]> {
  const { rows } = await sql<DueWork>`
    SELECT p.projector, h.tenant_id AS "tenantId", COALESCE(c.generation, 1) AS generation,
           c.generation IS NULL AS unopened, c.failure IS NOT NULL AS failing, h.position - COALESCE(c.position, 0) AS lag
      FROM app.tenant_heads h
     CROSS JOIN unnest(${projectors}::text[]) p(projector)
      LEFT JOIN app.projector_checkpoints c ON c.tenant_id = h.tenant_id AND c.projector = p.projector
     WHERE h.position > COALESCE(c.position, 0) AND (c.retry_at IS NULL OR c.retry_at <= now())
     ORDER BY c.updated_at NULLS FIRST
     LIMIT ${limit}`.execute(db.kysely);
  return rows;
}
