import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Projector } from './projector.js';

/** Names one lane of work: a projector, a tenant, a generation. */
export interface Lane {
  readonly projector: string;
  readonly tenantId: string;
  readonly generation: number;
}

/** A locked checkpoint: nobody else folds this lane until the transaction ends. */
export interface Checkpoint {
  readonly live: boolean;
  readonly position: number;
}

/** Makes the lane of a tenant that has none yet. */
export async function openLane(
  trx: TenantTransaction,
  projector: Pick<Projector, 'name' | 'version'>,
  tenantId: string,
): Promise<void> {
  await sql`
    INSERT INTO app.projector_checkpoints (tenant_id, projector, generation, live, version)
    VALUES (${tenantId}, ${projector.name}, 1, true, ${projector.version})
        ON CONFLICT DO NOTHING`.execute(trx);
}

/** Undefined when another worker has it at this moment, or a rebuild has replaced it. */
export async function lockCheckpoint(trx: TenantTransaction, lane: Lane): Promise<Checkpoint | undefined> {
  const { rows } = await sql<Checkpoint>`
    SELECT live, position FROM app.projector_checkpoints
     WHERE tenant_id = ${lane.tenantId} AND projector = ${lane.projector} AND generation = ${lane.generation}
       FOR UPDATE SKIP LOCKED`.execute(trx);
  return rows[0];
}

/** Moves a locked checkpoint; whatever made it wait is over. */
export async function moveCheckpoint(trx: TenantTransaction, lane: Lane, position: number): Promise<void> {
  await sql`
    UPDATE app.projector_checkpoints
       SET position = ${position}, updated_at = now(), attempts = 0,
           failed_event_id = NULL, failed_position = NULL, failure = NULL, retry_at = NULL
     WHERE tenant_id = ${lane.tenantId} AND projector = ${lane.projector} AND generation = ${lane.generation}`.execute(
    trx,
  );
}

/** Names the event after the checkpoint as one that cannot be folded, and puts the next try off: 1 s, 2 s, 4 s, at most 5 min. */
export async function noteFailure(trx: TenantTransaction, lane: Lane, message: string): Promise<void> {
  await sql`
    UPDATE app.projector_checkpoints c
       SET failed_position = c.position + 1,
           failed_event_id = (SELECT e.id FROM app.vehicle_events e
                               WHERE e.tenant_id = c.tenant_id AND e.position = c.position + 1),
           failure = ${message}, attempts = c.attempts + 1, updated_at = now(),
           retry_at = clock_timestamp() + LEAST(power(2, c.attempts), 300) * interval '1 second'
     WHERE c.tenant_id = ${lane.tenantId} AND c.projector = ${lane.projector} AND c.generation = ${lane.generation}`.execute(
    trx,
  );
}
