import type { Database, Schema, TenantTransaction } from '@odolog/db';
import { sql, type Selectable } from 'kysely';
import { createHash, randomBytes } from 'node:crypto';
import { namesOf } from '../people/names-of.js';
import type { Share } from './shares.contract.js';

type Row = Selectable<Schema['shares']>;

/** 256 random bits, and what is kept of them. */
export function newShareToken(): { readonly token: string; readonly tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOf(token) };
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** @param names of those who made links */
export function shareOf(row: Row, names: ReadonlyMap<string, string>): Share {
  return {
    id: row.id,
    vehicleId: row.vehicleId,
    contents: {
      costs: row.showsCosts,
      notes: row.showsNotes,
      documents: row.showsDocuments,
      vin: row.showsVin,
    },
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    createdBy: names.get(row.createdBy) ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

interface Wanted {
  readonly tenantId: string;
  readonly vehicleId: string;
  /** Only those that are older than the one with this id. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function readShares(
  trx: TenantTransaction,
  { tenantId, vehicleId, before, limit }: Wanted,
): Promise<Share[]> {
  let found = trx
    .selectFrom('shares')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('vehicleId', '=', vehicleId)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) found = found.where('id', '<', before);
  const rows = await found.execute();
  const names = await namesOf(
    trx,
    rows.map(({ createdBy }) => createdBy),
  );
  return rows.map((row) => shareOf(row, names));
}

/** Whose link it is; undefined once it has expired or was revoked. */
export async function findTenantOfShare(
  { kysely }: Database,
  tokenHash: Buffer,
): Promise<string | undefined> {
  const { rows } = await sql<{ tenantId: string | null }>`
    SELECT app.tenant_of_share(${tokenHash}) AS tenant_id`.execute(kysely);
  return rows[0]?.tenantId ?? undefined;
}
