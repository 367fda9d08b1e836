import { recordAudit } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import { sql, type RawBuilder } from 'kysely';
import type { Caller } from '../http/contract.js';
import { isOpen } from './read-invitations.js';

/** Takes back those of the tenant's open invitations for which the condition holds, and tells their ids. */
export async function revokeOpen(
  trx: TenantTransaction,
  { tenantId, userId }: Caller,
  condition: RawBuilder<boolean>,
): Promise<string[]> {
  const revoked = await trx
    .updateTable('invitations')
    .set({ revokedAt: sql`now()`, revokedBy: userId })
    .where('tenantId', '=', tenantId)
    .where(isOpen)
    .where(condition)
    .returning('id')
    .execute();
  for (const { id: subjectId } of revoked) {
    const subject = { subjectKind: 'invitation', subjectId } as const;
    await recordAudit(trx, { tenantId, actorId: userId, action: 'invitation.revoked', ...subject });
  }
  return revoked.map(({ id }) => id);
}
