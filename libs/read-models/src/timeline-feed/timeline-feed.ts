import type { Database } from '@odolog/db';
import { sql } from 'kysely';

/** What a refresh did; nothing when no projector had moved since the last one. */
export type FeedRefresh =
  | { readonly refreshed: false }
  | { readonly refreshed: true; readonly rows: number; readonly position: number };

/** A month in which the feed and the rollups differ although no projector moved. */
export interface FeedDrift {
  readonly tenantId: string;
  readonly vehicleId: string;
  readonly month: string;
}

/** Refreshes the feed while readers go on. As odolog_jobs. */
export async function refreshTimelineFeed(jobs: Database): Promise<FeedRefresh> {
  const { rows } = await sql<{ refreshed: boolean; rows: number | null; position: number | null }>`
    SELECT * FROM private.refresh_timeline_feed()`.execute(jobs.kysely);
  const [done] = rows;
  return done?.refreshed && done.rows !== null && done.position !== null
    ? { refreshed: true, rows: done.rows, position: done.position }
    : { refreshed: false };
}

/** Compares the feed with the rollups that it was made from. As odolog_jobs. */
export async function findTimelineFeedDrift(jobs: Database): Promise<FeedDrift[]> {
  const { rows } = await sql<FeedDrift>`
    SELECT tenant_id, vehicle_id, to_char(month, 'YYYY-MM') AS month FROM private.timeline_feed_drift()
     ORDER BY 1, 2, 3`.execute(jobs.kysely);
  return rows;
}
