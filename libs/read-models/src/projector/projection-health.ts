import type { Database } from '@odolog/db';
import { sql } from 'kysely';
import type { ProjectorFailure } from './positions.js';

/** One projector over all tenants. */
export interface ProjectorHealth {
  readonly projector: string;
  readonly tenants: number;
  /** Tenants in which it is behind, and by how many events at most. */
  readonly lagging: number;
  readonly maxLag: number;
  readonly failures: readonly (ProjectorFailure & { readonly tenantId: string })[];
}

/** A worker process by its last sign of life. */
export interface WorkerHeartbeat {
  readonly workerId: string;
  readonly startedAt: Date;
  readonly beatAt: Date;
}

/** What readiness asks of projections, over all tenants; needs no tenant. As odolog_api, odolog_worker or odolog_jobs. */
export async function projectionHealth(
  db: Database,
): Promise<{ readonly workers: WorkerHeartbeat[]; readonly projectors: ProjectorHealth[] }> {
  const workers = await sql<WorkerHeartbeat>`SELECT * FROM app.worker_heartbeats()`.execute(db.kysely);
  const projectors = await sql<ProjectorHealth>`SELECT * FROM app.projector_health()`.execute(db.kysely);
  return { workers: workers.rows, projectors: projectors.rows };
}

/** A worker's sign of life. As odolog_worker. */
export async function beat(db: Database, workerId: string): Promise<void> {
  await sql`SELECT app.beat(${workerId})`.execute(db.kysely);
}
