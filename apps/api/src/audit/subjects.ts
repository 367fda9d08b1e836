import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { namesOf } from '../people/names-of.js';

interface Entry {
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly detail: unknown;
}

/**
 * What everything that entries are about is called now, by its id: people, also those who have left, and garages, vehicles,
 * keys, invitations, and vehicles that were shared or offered, also those that are gone.
 */
export async function calledInEntries(
  trx: TenantTransaction,
  tenantId: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(entries.flatMap(({ subjectId, detail }) => [subjectId, placeIn(detail)?.id ?? null])),
  ];
  const people = await namesOf(trx, [...ids, ...entries.map(({ actorId }) => actorId)]);
  const { rows } = await sql<{ id: string; name: string }>`
    WITH named (tenant_id, id, name) AS (
      SELECT tenant_id, id, name FROM app.garages
       UNION ALL SELECT tenant_id, id, COALESCE(nickname, concat_ws(' ', make, model)) FROM app.vehicles
       UNION ALL SELECT tenant_id, id, email FROM app.invitations
       UNION ALL SELECT tenant_id, id, name FROM app.api_keys
       UNION ALL SELECT tenant_id, o.id, COALESCE(v.nickname, concat_ws(' ', v.make, v.model))
         FROM (SELECT tenant_id, id, vehicle_id FROM app.shares UNION ALL SELECT tenant_id, id, vehicle_id FROM app.transfers) o
         JOIN app.vehicles v USING (tenant_id) WHERE v.id = o.vehicle_id)
    SELECT id, name FROM named
     WHERE tenant_id = ${tenantId} AND id = ANY (${ids.filter((id) => id !== null)}::uuid[])`.execute(trx);
  return new Map([...people, ...rows.map(({ id, name }) => [id, name] as const)]);
}

/** The garage or vehicle for which it was done, besides to whom. */
export function placeIn(detail: unknown): { kind: 'garage' | 'vehicle'; id: string } | undefined {
  const { garageId, vehicleId } = (detail ?? {}) as { garageId?: unknown; vehicleId?: unknown };
  if (typeof garageId === 'string') return { kind: 'garage', id: garageId };
  return typeof vehicleId === 'string' ? { kind: 'vehicle', id: vehicleId } : undefined;
}
