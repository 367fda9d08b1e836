import type { Database } from '@odolog/db';
import { sql } from 'kysely';
import type { ProjectorFailure } from './positions.js';

/** How far a projector is over all tenants. */
interface Progress {
  readonly projector: string;
  readonly tenants: number;
  /** Tenants in which it is behind, and by how many events at most. */
  readonly lagging: number;
  readonly maxLag: number;
}

export interface ProjectorCounts extends Progress {
  /** Tenants in which it stands before an event that it cannot fold. */
  readonly failing: number;
}

export interface ProjectorHealth extends Progress {
  readonly failures: readonly (ProjectorFailure & { readonly tenantId: string })[];
}

/** A worker process by its last sign of life. */
export interface WorkerHeartbeat {
  readonly workerId: string;
  readonly startedAt: Date;
  readonly beatAt: Date;
}

/** What readiness asks of projections, over all tenants, in numbers; needs no tenant. As odolog_api. */
export async function projectionCounts(
  db: Database,
): Promise<{ readonly workers: WorkerHeartbeat[]; readonly projectors: ProjectorCounts[] }> {
  const workers = await sql<WorkerHeartbeat>`SELECT * FROM app.worker_heartbeats()`.execute(db.kysely);
  const projectors = await sql<ProjectorCounts>`SELECT * FROM app.projector_counts()`.execute(db.kysely);
  return { workers: workers.rows, projectors: projectors.rows };
}

/** Each projector over all tenants, with what it cannot fold. As odolog_worker or odolog_jobs. */
export async function projectionHealth(db: Database): Promise<ProjectorHealth[]> {
  const { rows } = await sql<ProjectorHealth>`SELECT * FROM app.projector_health()`.execute(db.kysely);
  return rows;
}

/** A worker's sign of life. As odolog_worker. */
export async function beat(db: Database, workerId: string): Promise<void> {
  await sql`SELECT app.beat(${workerId})`.execute(db.kysely);
}
