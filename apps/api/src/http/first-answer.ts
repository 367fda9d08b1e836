import { setTimeout as pause } from 'node:timers/promises';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import type { Resources } from '../resources.js';
import type { Answer } from './answer.js';
import type { CallOf, RouteContract } from './contract.js';
import { type Claim, claimId, forgetOldKeys } from './idempotency.js';
import { openAnswer, sealAnswer } from './sealed-answer.js';

/** Whoever asks again while the first request is under way waits for its answer, in steps. */
const stepMs = 100;
const longestWaitMs = 5_000;
/** No request takes so long: one that has not been answered by then was cut off, and may be made again. */
const longestRequest = sql`interval '2 minutes'`;

type Call = CallOf<RouteContract>;
type KeepAnswer = NonNullable<Call['keepAnswer']>;

/**
 * Carries out a write of a person under an Idempotency-Key once: the same request again within a week gets the first answer.
 * What is refused leaves nothing behind, and may be tried again under its key.
 *
 * @param carryOut is given what keeps the answer in a transaction of its own; without it the answer is kept afterwards
 * @throws Problem `idempotency-key-reused` for another request, `unavailable` while the first one is still under way
 */
export async function firstAnswer(
  { db, config }: Resources,
  claim: Claim,
  carryOut: (keepAnswer: KeepAnswer) => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  const { tenantId, id } = claim;
  for (let waitedMs = 0; ; waitedMs += stepMs) {
    const found = await forTenant(db, tenantId, (trx) => claimOrFind(trx, claim));
    if (found === 'claimed') break;
    if (found.answer) return openAnswer(config.authSecret, id, found.answer);
    if (waitedMs >= longestWaitMs) throw new Problem('unavailable');
    await pause(stepMs);
  }
  const keepAnswer: KeepAnswer = (trx, answer) => keep(trx, claim, sealAnswer(config.authSecret, id, answer));
  const answer = await carryOut(keepAnswer).catch(async (error: unknown) => {
    await forTenant(db, tenantId, (trx) => release(trx, claim));
    throw error;
  });
  await forTenant(db, tenantId, (trx) => keepAnswer(trx, answer));
  return answer;
}

/** A key is its person's own: nobody gets the answer to another one's request. */
export function claimOf({ operation }: RouteContract, call: Call & { idempotencyKey: string }): Claim {
  const { caller, idempotencyKey, params, query, body } = call;
  const id = v5(`${caller.userId}:${idempotencyKey}`, caller.tenantId);
  return { tenantId: caller.tenantId, id, operation, content: { params, query, body }, ofKey: true };
}

type Found = 'claimed' | { readonly answer: Buffer | null };

async function claimOrFind(trx: TenantTransaction, claim: Claim): Promise<Found> {
  const { tenantId, id } = claim;
  await forgetOldKeys(trx, tenantId);
  if (await claimId(trx, claim)) return 'claimed';
  const cutOff = await trx
    .updateTable('idempotentRequests')
    .set({ createdAt: sql`now()` })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .where('createdAt', '<', sql<Date>`now() - ${longestRequest}`)
    .executeTakeFirst();
  if (cutOff.numUpdatedRows === 1n) return 'claimed';
  const found = await trx
    .selectFrom('idempotentRequests')
    .select('answer')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found ?? { answer: null };
}

async function keep(trx: TenantTransaction, { tenantId, id }: Claim, answer: Buffer): Promise<void> {
  await trx
    .updateTable('idempotentRequests')
    .set({ answer })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .execute();
}

/** Lets go of a key that nothing came of. */
export async function release(trx: TenantTransaction, { tenantId, id }: Claim): Promise<void> {
  await trx
    .deleteFrom('idempotentRequests')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .execute();
}
