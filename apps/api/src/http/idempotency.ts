import type { TenantTransaction } from '@odolog/db';
import { canonicalJson } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
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

/**
 * Whether a change is asked for for the first time: under an Idempotency-Key it is made once, and a repetition that
 * arrives late undoes nothing that happened since. Without a key every request is the first.
 *
 * @throws Problem `idempotency-key-reused` when the key stands for another change
 */
export async function isFirst(
  trx: TenantTransaction,
  call: Request & Pick<CallOf<RouteContract>, 'params'>,
  operation: string,
): Promise<boolean> {
  if (call.idempotencyKey === undefined) return true;
  const { caller, params, body } = call;
  return claimId(trx, { tenantId: caller.tenantId, id: idFor(call), operation, content: { params, body } });
}

/**
 * Takes the id for this content, in whatever order its members stand.
 *
 * @returns false when the same content has been taken under it before: the answer is then the first one
 * @throws Problem `idempotency-key-reused` when it stands for another content
 */
export async function claimId(
  trx: TenantTransaction,
  { tenantId, id, operation, content }: { tenantId: string; id: string; operation: string; content: unknown },
): Promise<boolean> {
  const contentHash = createHash('sha256').update(canonicalJson(content)).digest();
  const claimed = await trx
    .insertInto('idempotentRequests')
    .values({ tenantId, id, operation, contentHash })
    .onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return true;
  const first = await trx
    .selectFrom('idempotentRequests')
    .select(['operation', 'contentHash'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (first.operation !== operation || !contentHash.equals(first.contentHash)) {
    throw new Problem('idempotency-key-reused');
  }
  return false;
}
