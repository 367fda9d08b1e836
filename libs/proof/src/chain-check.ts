import type { TenantTransaction } from '@odolog/db';
import { readStreamVersion, verifyStream, type ChainFault } from '@odolog/event-store';
import { sql } from 'kysely';

/** How a vehicle's chain was found. */
export interface ChainCheck {
  readonly vehicleId: string;
  /** RFC 3339. */
  readonly checkedAt: string;
  /** How many events there were. */
  readonly version: number;
  readonly unchanged: boolean;
  readonly fault: ChainFault | null;
}

/** Recomputes every hash of a vehicle's history and keeps what came out. Undefined when the tenant has no such vehicle. */
export async function checkChain(
  trx: TenantTransaction,
  vehicleId: string,
  now: Date,
): Promise<ChainCheck | undefined> {
  const version = await readStreamVersion(trx, vehicleId);
  const verdict = await verifyStream(trx, vehicleId);
  if (version === undefined || !verdict) return undefined;
  const fault = verdict.ok ? null : verdict.fault;
  await sql`
    INSERT INTO app.chain_checks AS c (tenant_id, vehicle_id, version, fault, checked_at)
    VALUES ((SELECT app.current_tenant_id()), ${vehicleId}, ${version}, ${fault && JSON.stringify(fault)}, ${now})
        ON CONFLICT (tenant_id, vehicle_id) DO UPDATE
       SET version = EXCLUDED.version, fault = EXCLUDED.fault, checked_at = EXCLUDED.checked_at
     WHERE c.checked_at <= EXCLUDED.checked_at`.execute(trx);
  return { vehicleId, checkedAt: now.toISOString(), version, unchanged: fault === null, fault };
}

/** What the last check found; undefined before the first. */
export async function lastChainCheck(
  trx: TenantTransaction,
  vehicleId: string,
): Promise<ChainCheck | undefined> {
  const row = await trx
    .selectFrom('chainChecks')
    .select(['version', 'fault', 'checkedAt'])
    .where('tenantId', '=', sql<string>`(SELECT app.current_tenant_id())`)
    .where('vehicleId', '=', vehicleId)
    .executeTakeFirst();
  if (!row) return undefined;
  const fault = row.fault as ChainFault | null;
  return {
    vehicleId,
    version: row.version,
    fault,
    unchanged: fault === null,
    checkedAt: row.checkedAt.toISOString(),
  };
}
