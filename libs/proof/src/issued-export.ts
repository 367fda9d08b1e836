import type { Database, TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';

/** What is known of a history that was handed out. */
export interface IssuedExport {
  /** Later ones are greater. */
  readonly id: string;
  readonly code: string;
  readonly vehicleId: string;
  readonly version: number;
  /** Hex. */
  readonly chainHash: string;
  readonly keyId: string;
  readonly issuedAt: string;
  /** Whether the chain still runs through where it ended then. */
  readonly standsToday: boolean;
}

/** What is asked for: the exports of a vehicle, or the one of a code. */
interface Wanted {
  readonly vehicleId?: string;
  readonly code?: string;
  /** Only those that are older than the one with this id. */
  readonly before?: string | undefined;
  readonly limit?: number;
}

/** Newest first. */
export async function readExports(
  trx: TenantTransaction,
  { vehicleId, code, before, limit }: Wanted,
): Promise<IssuedExport[]> {
  const { rows } = await sql<Omit<IssuedExport, 'issuedAt'> & { readonly issuedAt: Date }>`
    SELECT x.id, x.code, x.vehicle_id, x.version, encode(x.chain_hash, 'hex') AS chain_hash, x.key_id, x.issued_at,
           x.version = 0 OR EXISTS (
             SELECT FROM app.vehicle_events e
              WHERE e.tenant_id = x.tenant_id AND e.vehicle_id = x.vehicle_id AND e.version = x.version
                AND e.chain_hash = x.chain_hash) AS stands_today
      FROM app.history_exports x
     WHERE x.tenant_id = (SELECT app.current_tenant_id())
       AND (x.vehicle_id = ${vehicleId ?? null} OR x.code = ${code ?? null})
       AND (${before ?? null}::uuid IS NULL OR x.id < ${before ?? null})
     ORDER BY x.id DESC
     LIMIT ${limit ?? null}`.execute(trx);
  return rows.map((row) => ({ ...row, issuedAt: row.issuedAt.toISOString() }));
}

/** Whose history a code was printed on, for anyone who holds it. */
export async function findTenantOfExport({ kysely }: Database, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ tenantId: string | null }>`
    SELECT app.tenant_of_export(${code}) AS tenant_id`.execute(kysely);
  return rows[0]?.tenantId ?? undefined;
}
