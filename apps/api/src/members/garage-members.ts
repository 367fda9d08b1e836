import type { GarageRole } from '@odolog/access';
import { recordAudit } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { callerWhoMay } from '../access/held-standing.js';
import { isHeldGarage } from '../garages/held-garage.js';
import type { Caller } from '../http/contract.js';
import type { GarageMember } from './members.contract.js';

/** Who has a role in the garage, by name. */
export async function readGarageMembers(
  trx: TenantTransaction,
  tenantId: string,
  garageId: string,
): Promise<GarageMember[]> {
  const rows = await trx
    .selectFrom('garageMembers')
    .innerJoin('profiles', 'profiles.userId', 'garageMembers.userId')
    .select(['garageMembers.userId as id', 'profiles.name', 'garageMembers.role'])
    .where('garageMembers.tenantId', '=', tenantId)
    .where('garageMembers.garageId', '=', garageId)
    .orderBy('profiles.name')
    .orderBy('garageMembers.userId')
    .execute();
  return rows as GarageMember[];
}

interface InGarage {
  readonly garageId: string;
  readonly userId: string;
}

/**
 * Gives the role, in the place of another one. It outlives the giver's own, which is looked at once more and held until then.
 *
 * @throws Problem `not-found` or `forbidden` for whoever may not give it any more
 */
export async function giveGarageRole(
  trx: TenantTransaction,
  caller: Caller,
  given: InGarage & { readonly role: GarageRole },
): Promise<void> {
  const { tenantId, userId: actorId } = caller;
  const { garageId, userId, role } = given;
  if (!(await isHeldGarage(trx, garageId))) throw new Problem('not-found');
  await callerWhoMay(trx, caller, {
    action: 'members.manage',
    resource: { kind: 'garage', id: garageId },
  });
  const before = await trx
    .selectFrom('garageMembers')
    .select('role')
    .where('tenantId', '=', tenantId)
    .where('garageId', '=', garageId)
    .where('userId', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  if (before?.role === role) return;
  await trx
    .insertInto('garageMembers')
    .values({ ...given, tenantId, createdBy: actorId })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'garageId', 'userId'])
        .doUpdateSet({ role, updatedAt: sql`now()`, updatedBy: actorId }),
    )
    .execute();
  const subject = { subjectKind: 'person', subjectId: userId } as const;
  const detail = { garageId, role, ...(before && { from: before.role }) };
  await recordAudit(trx, { tenantId, actorId, action: 'garage-role.given', ...subject, detail });
}

/** @throws Problem `not-found` for somebody without a role there */
export async function takeGarageRole(
  trx: TenantTransaction,
  { tenantId, userId: actorId }: Caller,
  { garageId, userId }: InGarage,
): Promise<void> {
  const { role } = await trx
    .deleteFrom('garageMembers')
    .where('tenantId', '=', tenantId)
    .where('garageId', '=', garageId)
    .where('userId', '=', userId)
    .returning('role')
    .executeTakeFirstOrThrow(() => new Problem('not-found'));
  const subject = { subjectKind: 'person', subjectId: userId } as const;
  const detail = { garageId, role };
  await recordAudit(trx, { tenantId, actorId, action: 'garage-role.taken', ...subject, detail });
}
