import type { TenantTransaction } from '@odolog/db';
import { followCorrections, type KnownHistory, type Linked } from '@odolog/event-store';
import { sql } from 'kysely';
import { outOf } from './read-past.js';

interface Link extends Linked {
  readonly correctsId: string;
  readonly vehicleId: string;
}

/**
 * What was known of several vehicles at a moment of the record: where their streams stood, and which events had been corrected or
 * taken back by then. Reads what links events, not the events: one look at each of them, in the database.
 * @param knownAt RFC 3339
 */
export async function readKnownHistories(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  knownAt: string,
): Promise<KnownHistory> {
  const versions = await versionsAt(trx, vehicleIds, knownAt);
  const links = await linksUpTo(trx, versions);
  // what was corrected first has no link of its own, and hides nothing, whatever it is
  const targets = links.map(({ correctsId }): Linked => ({ id: correctsId, type: 'any', correctsId: null }));
  return { versions, out: outOf(followCorrections<Linked>(links, targets).supersededBy) };
}

/** Up to the first event that came later; moments are compared as the API tells them. */
async function versionsAt(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  knownAt: string,
): Promise<Record<string, number>> {
  const { rows } = await sql<{ vehicleId: string; version: number }>`
    SELECT s.vehicle_id, coalesce(min(e.version) - 1, s.version) AS version
      FROM app.vehicle_streams s
      LEFT JOIN app.vehicle_events e ON e.tenant_id = s.tenant_id AND e.vehicle_id = s.vehicle_id
        AND date_trunc('milliseconds', e.recorded_at) > ${new Date(knownAt)}
     WHERE s.tenant_id = (SELECT app.current_tenant_id()) AND s.vehicle_id = ANY (${vehicleIds}::uuid[])
     GROUP BY s.vehicle_id, s.version`.execute(trx);
  return Object.fromEntries(rows.map(({ vehicleId, version }) => [vehicleId, Number(version)]));
}

/** Corrections, retractions and restorations in the order of their streams. */
async function linksUpTo(
  trx: TenantTransaction,
  versions: Readonly<Record<string, number>>,
): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    SELECT e.vehicle_id, e.id, e.type, e.corrects_id
      FROM app.vehicle_events e
      JOIN unnest(${Object.keys(versions)}::uuid[], ${Object.values(versions)}::int[]) AS known (vehicle_id, version)
        ON known.vehicle_id = e.vehicle_id AND e.version <= known.version
     WHERE e.tenant_id = (SELECT app.current_tenant_id()) AND e.corrects_id IS NOT NULL
     ORDER BY e.vehicle_id, e.version`.execute(trx);
  return rows;
}
