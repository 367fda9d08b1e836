import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Lane } from './checkpoint.js';
import type { Projector } from './projector.js';

/**
 * Begins to fold a tenant's model anew beside the one that readers see. The worker's loop brings it forward like any other
 * lane, so a rebuild survives restarts; when it has caught up it replaces the old one. A rebuild under way is left alone.
 */
export async function requestRebuild(
  trx: TenantTransaction,
  projector: Pick<Projector, 'name' | 'version'>,
  tenantId: string,
): Promise<void> {
  await sql`
    INSERT INTO app.projector_checkpoints (tenant_id, projector, generation, live, version)
    SELECT c.tenant_id, c.projector, c.generation + 1, false, ${projector.version}
      FROM app.projector_checkpoints c
     WHERE c.tenant_id = ${tenantId} AND c.projector = ${projector.name} AND c.live
        ON CONFLICT DO NOTHING`.execute(trx);
}

/**
 * Holds the live model still while the last stretch is folded: without it, a rebuild under steady traffic would chase the
 * live position for ever. Locks the shadow's row first, then the live one; the live lane locks only its own.
 */
export async function lockLiveWhenClose(trx: TenantTransaction, lane: Lane, reach: number): Promise<void> {
  await sql`
    SELECT FROM app.projector_checkpoints
     WHERE tenant_id = ${lane.tenantId} AND projector = ${lane.projector} AND live AND position <= ${reach}
       FOR UPDATE`.execute(trx);
}

/** Readers change over in one commit: the policies show them the generation that is live. */
export async function promoteWhenCaughtUp(
  trx: TenantTransaction,
  projector: Projector,
  { tenantId, generation, position }: Lane & { readonly position: number },
): Promise<void> {
  const { rows } = await sql<{ generation: number }>`
    DELETE FROM app.projector_checkpoints
     WHERE tenant_id = ${tenantId} AND projector = ${projector.name} AND live AND position <= ${position}
    RETURNING generation`.execute(trx);
  const [replaced] = rows;
  if (!replaced) return;
  await sql`
    UPDATE app.projector_checkpoints SET live = true
     WHERE tenant_id = ${tenantId} AND projector = ${projector.name} AND generation = ${generation}`.execute(
    trx,
  );
  for (const table of projector.tables) {
    await sql`
      DELETE FROM ${sql.table(`app.${table}`)}
       WHERE tenant_id = ${tenantId} AND generation = ${replaced.generation}`.execute(trx);
  }
}
