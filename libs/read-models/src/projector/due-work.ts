import type { Database } from '@odolog/db';
import { sql } from 'kysely';
import type { Lane } from './checkpoint.js';
import type { Projector } from './projector.js';

/** A lane that is behind its tenant's head, or behind the code. */
export interface DueWork extends Lane {
  /** No checkpoint yet: the tenant's first event, or a projector that is new. */
  readonly unopened: boolean;
  /** An older version of the projector folded it, and nothing folds it anew yet. */
  readonly outdated: boolean;
  /** It failed the last time: a single event is tried before a batch is. */
  readonly failing: boolean;
  /** Events behind. */
  readonly lag: number;
}

/**
 * The lanes of every tenant that may be brought forward now, the longest waiting first; what a newer version of a projector
 * folds is left to it. As odolog_worker.
 */
export async function findDueWork(
  db: Database,
  projectors: readonly Pick<Projector, 'name' | 'version'>[],
  limit = 64,
): Promise<DueWork[]> {
  const { rows } = await sql<DueWork>`
    SELECT p.projector, h.tenant_id AS "tenantId", COALESCE(c.generation, 1) AS generation,
           c.generation IS NULL AS unopened, l.outdated, c.failure IS NOT NULL AS failing, h.position - COALESCE(c.position, 0) AS lag
      FROM app.tenant_heads h
     CROSS JOIN unnest(${projectors.map(({ name }) => name)}::text[], ${projectors.map(({ version }) => version)}::integer[])
           p(projector, version)
      LEFT JOIN app.projector_checkpoints c ON c.tenant_id = h.tenant_id AND c.projector = p.projector
     CROSS JOIN LATERAL (
       SELECT COALESCE(c.live AND c.version < p.version AND NOT EXISTS (
                SELECT FROM app.projector_checkpoints n
                 WHERE n.tenant_id = c.tenant_id AND n.projector = c.projector AND NOT n.live), false) AS outdated) l
     WHERE COALESCE(c.version, 0) <= p.version
       AND (l.outdated OR h.position > COALESCE(c.position, 0) AND (c.retry_at IS NULL OR c.retry_at <= now()))
     ORDER BY c.updated_at NULLS FIRST
     LIMIT ${limit}`.execute(db.kysely);
  return rows;
}
