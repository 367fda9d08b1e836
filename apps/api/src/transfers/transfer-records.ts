import { forTenant, type Database, type TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { readToken, type LinkToken } from '../http/link-token.js';
import type { Transfer } from './transfers.contract.js';

/** How an offer stands, by the clock of the database: the same that decides whether it can be accepted. */
const status = sql<Transfer['status']>`CASE
  WHEN transfers.accepted_at IS NOT NULL THEN 'accepted'
  WHEN transfers.declined_at IS NOT NULL THEN 'declined'
  WHEN transfers.revoked_at IS NOT NULL THEN 'revoked'
  WHEN transfers.expires_at <= now() THEN 'expired'
  ELSE 'pending' END`;

/** Nobody has answered it or taken it back; it may have expired. */
export const isOpen = sql<boolean>`num_nonnulls(transfers.accepted_at, transfers.declined_at, transfers.revoked_at) = 0`;

export function transfers(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('transfers')
    .selectAll()
    .select(status.as('status'))
    .where('transfers.tenantId', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof transfers>['executeTakeFirstOrThrow']>>;

export function transferOf(row: Row): Transfer {
  const { id, vehicleId, email, status: stands, expiresAt, createdAt } = row;
  return {
    id,
    vehicleId,
    email,
    status: stands,
    contents: { costs: row.withCosts, notes: row.withNotes, documents: row.withDocuments },
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

/**
 * Reads the link that leads to an offer.
 *
 * @throws Problem `not-found` for what cannot be a link
 */
export function linkOf(token: string): LinkToken {
  const link = readToken(token);
  if (!link) throw new Problem('not-found');
  return link;
}

/** Does something in the tenant that a link names; until its hash is found there, `work` must look for nothing else. */
export async function forTransfer<Result>(
  db: Database,
  token: string,
  work: (trx: TenantTransaction, link: LinkToken) => Promise<Result>,
): Promise<Result> {
  const link = linkOf(token);
  return forTenant(db, link.tenantId, (trx) => work(trx, link));
}

/** What a link offers. @throws Problem `not-found` for one that was never given */
export async function readOffer(trx: TenantTransaction, { tenantId, id, hash }: LinkToken): Promise<Row> {
  const row = await transfers(trx, tenantId)
    .where('transfers.id', '=', id)
    .where('transfers.tokenHash', '=', hash)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row;
}

/** Why it does not hold any more is told to whoever holds its link. */
export function transferClosed({ status: reason }: Pick<Transfer, 'status'>): Problem {
  return new Problem('transfer-closed', { reason });
}
