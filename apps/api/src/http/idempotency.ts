import type { TenantTransaction } from '@odolog/db';
import { canonicalJson } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { v5, v7 } from 'uuid';
import type { CallOf, RouteContract } from './contract.js';

type Request = Pick<CallOf<RouteContract>, 'caller' | 'idempotencyKey' | 'body'>;

/**
 * The id of what a request makes: the one that the client chose, or one that follows from its Idempotency-Key, so that
 * the same request again means the same thing; else a new one.
 */
export function idFor({ caller, idempotencyKey }: Request, chosen?: string): string {
  if (chosen !== undefined) return chosen.toLowerCase();
  return idempotencyKey === undefined ? v7() : v5(idempotencyKey, caller.tenantId);
}

/** Something that is to be done once. */
export interface Claim {
  readonly tenantId: string;
  /** Follows from the key, or was chosen by the client. */
  readonly id: string;
  readonly operation: string;
  /** JSON: what was asked for, in whatever order its members stand. */
  readonly content: unknown;
  /** Stands for a key, and is forgotten after a week; else for what was made under the id. */
  readonly ofKey?: true;
}

const kept = sql`interval '7 days'`;

/** Forgets what keys stood for, and the answers to it, after a week. */
export async function forgetOldKeys(trx: TenantTransaction, tenantId: string): Promise<void> {
  await trx
    .deleteFrom('idempotentRequests')
    .where('tenantId', '=', tenantId)
    .where(sql<boolean>`(answer IS NOT NULL OR of_key)`)
    .where('createdAt', '<', sql<Date>`now() - ${kept}`)
    .execute();
}

/**
 * Takes the id for this content.
 *
 * @returns false when the same content has been taken under it before: the answer is then the first one
 * @throws Problem `idempotency-key-reused` when it stands for another content
 */
export async function claimId(trx: TenantTransaction, claim: Claim): Promise<boolean> {
  const { tenantId, id, operation, ofKey = false } = claim;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('idempotentRequests')
    .values({ tenantId, id, operation, contentHash: hashOf(claim), ofKey })
    .onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return true;
  // It may have been refused in between, and let go.
  return (await isClaimed(trx, claim)) ? false : claimId(trx, claim);
}

/** Whether the id was taken for this content before. @throws Problem `idempotency-key-reused` when for another one */
export async function isClaimed(trx: TenantTransaction, claim: Claim): Promise<boolean> {
  const first = await trx
    .selectFrom('idempotentRequests')
    .select(['operation', 'contentHash'])
    .where('tenantId', '=', claim.tenantId)
    .where('id', '=', claim.id)
    .executeTakeFirst();
  if (!first) return false;
  if (first.operation === claim.operation && hashOf(claim).equals(first.contentHash)) return true;
  throw new Problem('idempotency-key-reused');
}

function hashOf({ content }: Claim): Buffer {
  return createHash('sha256').update(canonicalJson(content)).digest();
}
