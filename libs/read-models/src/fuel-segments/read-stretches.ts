import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';

/** Where fills of one energy of a vehicle came or went: on these days, and between them. */
export interface ChangedDays {
  readonly vehicleId: string;
  readonly energy: string;
  readonly first: string;
  readonly last: string;
}

/** What may have to be folded anew around a change, and what stands there. */
export interface Stretch extends ChangedDays {
  /** The anchor from which it is folded; null: from the first fill on. */
  readonly fromEventId: string | null;
  readonly fromDate: string;
  /** The last day that is read; null: all of them. */
  readonly untilDate: string | null;
  /** By the fills that close them, in order: the segments that stand behind the anchor. */
  readonly standing: readonly string[];
  /** Those of them behind the change at which a fold begins afresh, whatever came before. */
  readonly settled: readonly string[];
}

/**
 * From the last segment but one that settled on a day before the change, since the change may be part of the stop that closes
 * the last, up to as many as `ahead` that settle after it. A battery that is charged to another level settles nothing yet: the
 * charges after that decide whether the segment ends there.
 */
export async function readStretches(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  { changed, ahead }: { readonly changed: readonly ChangedDays[]; readonly ahead: number },
): Promise<Stretch[]> {
  const segments = sql`
    app.fuel_segments s
    LEFT JOIN app.fuel_fills a ON a.tenant_id = s.tenant_id AND a.generation = s.generation AND a.event_id = s.to_event_id
   WHERE s.tenant_id = ${tenantId} AND s.generation = ${generation} AND s.vehicle_id = c."vehicleId" AND s.energy = c.energy`;
  const isSettled = sql`s.reason IS DISTINCT FROM 'other-level'`;
  const { rows } = await sql<Stretch>`
    SELECT c."vehicleId" AS vehicle_id, c.energy, c.first::text, c.last::text, b.to_event_id AS from_event_id,
           COALESCE(b.to_date, '-infinity')::text AS from_date, y.to_date::text AS until_date,
           ARRAY(SELECT s.to_event_id FROM ${segments}
                    AND s.to_date BETWEEN COALESCE(b.to_date, '-infinity') AND COALESCE(y.to_date, 'infinity')
                    AND (b.to_event_id IS NULL OR s.to_date > b.to_date
                         OR (a.occurred_at, a.order_version) > (b.occurred_at, b.order_version))
                  ORDER BY s.to_date, a.occurred_at, a.order_version) AS standing,
           ARRAY(SELECT s.to_event_id FROM ${segments} AND ${isSettled}
                    AND s.to_date > c.last AND s.to_date <= COALESCE(y.to_date, 'infinity')
                  ORDER BY s.to_date, a.occurred_at, a.order_version) AS settled
      FROM ${recordset(changed)} AS c ("vehicleId" uuid, energy text, first date, last date)
      LEFT JOIN LATERAL (
        SELECT s.to_event_id, s.to_date, a.occurred_at, a.order_version FROM ${segments} AND ${isSettled} AND s.to_date < c.first
         ORDER BY s.to_date DESC, a.occurred_at DESC, a.order_version DESC LIMIT 1 OFFSET 1) b ON true
      LEFT JOIN LATERAL (
        SELECT s.to_date FROM ${segments} AND ${isSettled} AND s.to_date > c.last
         ORDER BY s.to_date, a.occurred_at, a.order_version LIMIT 1 OFFSET ${ahead - 1}) y ON true`.execute(
    trx,
  );
  return rows;
}
