import { forTenant } from '@odolog/db';
import type { Resources } from '../resources.js';
import { release } from './first-answer.js';
import { type Claim, claimId, forgetOldKeys } from './idempotency.js';

/**
 * Carries out what is done once by its id, chosen by the client or following from the key. The key stands for this request
 * for a week; what is refused lets it go.
 *
 * @throws Problem `idempotency-key-reused` when it stands for another one
 */
export async function oneRequestAKey<Result>(
  { db }: Pick<Resources, 'db'>,
  claim: Claim,
  carryOut: () => Promise<Result>,
): Promise<Result> {
  const isNew = await forTenant(db, claim.tenantId, async (trx) => {
    await forgetOldKeys(trx, claim.tenantId);
    return claimId(trx, claim);
  });
  return carryOut().catch(async (error: unknown) => {
    if (isNew) await forTenant(db, claim.tenantId, (trx) => release(trx, claim));
    throw error;
  });
}
