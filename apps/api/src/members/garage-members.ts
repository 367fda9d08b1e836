import type { GarageRole } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
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

interface Given {
  readonly garageId: string;
  readonly userId: string;
  readonly role: GarageRole;
}

/** Gives the role, in the place of another one. */
export async function giveGarageRole(
  trx: TenantTransaction,
  { tenantId, userId: by }: Caller,
  given: Given,
): Promise<void> {
  await trx
    .insertInto('garageMembers')
    .values({ ...given, tenantId, createdBy: by })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'garageId', 'userId'])
        .doUpdateSet({ role: given.role, updatedAt: sql`now()`, updatedBy: by }),
    )
    .execute();
}
