import type { TenantRole } from '@odolog/access';
import { recordAudit } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { Caller } from '../http/contract.js';

interface RoleChange {
  readonly userId: string;
  readonly from: TenantRole;
  readonly to: TenantRole;
}

/**
 * What they offered beyond the new role is taken back by the database, as with every other way in which a role changes.
 *
 * @throws Problem `last-owner`
 */
export async function setRole(
  trx: TenantTransaction,
  caller: Caller,
  { userId, from, to }: RoleChange,
): Promise<void> {
  const { tenantId, userId: by } = caller;
  await sayLastOwner(
    trx
      .updateTable('memberships')
      .set({ role: to, updatedAt: sql`now()`, updatedBy: by })
      .where('tenantId', '=', tenantId)
      .where('userId', '=', userId)
      .execute(),
  );
  const subject = { subjectKind: 'person', subjectId: userId } as const;
  await recordAudit(trx, {
    tenantId,
    actorId: by,
    action: 'member.role-changed',
    ...subject,
    detail: { from, to },
  });
}

/**
 * Ends a membership; roles in garages, assignments and what they offered go with it.
 *
 * @throws Problem `last-owner`
 */
export async function endMembership(trx: TenantTransaction, caller: Caller, userId: string): Promise<void> {
  const { tenantId, userId: by } = caller;
  await sayLastOwner(
    trx.deleteFrom('memberships').where('tenantId', '=', tenantId).where('userId', '=', userId).execute(),
  );
  const action = userId === by ? 'member.left' : 'member.removed';
  await recordAudit(trx, { tenantId, actorId: by, action, subjectKind: 'person', subjectId: userId });
}

/** The database decides: a look before the write would let the last two owners go at the same moment. */
async function sayLastOwner<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'memberships_keep_an_owner') throw error;
    throw new Problem('last-owner');
  }
}
