import { setTimeout as wait } from 'node:timers/promises';
import { forTenant, type Database, type TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { projectors } from '../projectors.js';

/** How far one projector has come in one tenant's events. */
export interface ProjectorPosition {
  readonly projector: string;
  readonly position: number;
  /** The tenant's last position: `headPosition - position` events are still to be folded. */
  readonly headPosition: number;
  readonly updatedAt: string;
  /** The event that this projector cannot fold. It waits there and tries again at `retryAt`; nothing is skipped. */
  readonly failure: ProjectorFailure | null;
  /** Set while a rebuild catches up beside the model that readers see. */
  readonly rebuild: { readonly position: number } | null;
}

/** Why a projector stands still. */
export interface ProjectorFailure {
  readonly eventId: string | null;
  readonly position: number;
  readonly message: string;
  readonly attempts: number;
  readonly retryAt: string;
}

/** How a wait for a position ended. */
export interface ReachedPosition {
  /** What every projector has reached. */
  readonly position: number;
  /** True when that is short of what was asked for. */
  readonly stale: boolean;
}

/** Where each projector of the current tenant stands; one that has not begun is left out. */
export async function projectorPositions(trx: TenantTransaction): Promise<ProjectorPosition[]> {
  const { rows } = await sql<Omit<ProjectorPosition, 'updatedAt'> & { readonly updatedAt: Date }>`
    SELECT c.projector, c.position, h.position AS head_position, c.updated_at,
           CASE WHEN c.failure IS NOT NULL THEN jsonb_build_object(
             'eventId', c.failed_event_id, 'position', c.failed_position, 'message', c.failure,
             'attempts', c.attempts, 'retryAt', c.retry_at) END AS failure,
           CASE WHEN r.position IS NOT NULL THEN jsonb_build_object('position', r.position) END AS rebuild
      FROM app.projector_checkpoints c
      JOIN app.tenant_heads h ON h.tenant_id = c.tenant_id
      LEFT JOIN app.projector_checkpoints r ON r.tenant_id = c.tenant_id AND r.projector = c.projector AND NOT r.live
     WHERE c.tenant_id = app.current_tenant_id() AND c.live
     ORDER BY c.projector`.execute(trx);
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** What every projector of the current tenant has reached; 0 until each of them has begun. */
export async function readPosition(trx: TenantTransaction): Promise<number> {
  const names = projectors.map(({ name }) => name);
  const { rows } = await sql<{ position: number }>`
    SELECT CASE WHEN count(*) = ${names.length} THEN min(position) ELSE 0 END AS position FROM app.projector_checkpoints
     WHERE tenant_id = app.current_tenant_id() AND live AND projector = ANY (${names})`.execute(trx);
  return rows[0]?.position ?? 0;
}

/** The pause between two looks grows from 2 to 50 ms: a projector is usually there within the first few. */
const longestPauseMs = 50;

/** Waits until every projector has folded the tenant's events up to a position, or says how far they are. */
export async function waitForPosition(
  db: Database,
  { tenantId, position }: { readonly tenantId: string; readonly position: number },
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<ReachedPosition> {
  const deadline = performance.now() + timeoutMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const reached = await forTenant(db, tenantId, readPosition);
    if (reached >= position) return { position: reached, stale: false };
    if (performance.now() + pauseMs > deadline) return { position: reached, stale: true };
    await wait(pauseMs);
  }
}
