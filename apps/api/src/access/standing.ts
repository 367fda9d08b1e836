import type { Standing } from '@odolog/access';
import type { Membership } from '@odolog/auth';
import { forTenant, type TenantTransaction } from '@odolog/db';
import type { Resources } from '../resources.js';

/** So long another process may go on with what has been taken away; this one forgets at once. */
const standingLives = '3s';

type Roles = Pick<Standing, 'garages' | 'vehicles'>;

/** What a member may do beyond their role in the tenant; asked with every request, changed seldom. */
export async function standingOf(
  { cache, db }: Resources,
  userId: string,
  { tenantId, role, operates }: Membership,
): Promise<Standing> {
  const roles = await cache.getOrSet({
    key: keyOf(tenantId, userId),
    ttl: standingLives,
    factory: () => forTenant(db, tenantId, (trx) => readRoles(trx, { tenantId, userId })),
  });
  return { role, operates, ...roles };
}

/** To be called after every change of a membership, of a role in a garage, or of an assignment. */
export async function forgetStanding(
  { cache }: Resources,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<void> {
  await cache.deleteMany({ keys: [keyOf(tenantId, userId), `memberships:${userId}`] });
}

async function readRoles(
  trx: TenantTransaction,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<Roles> {
  const garages = await trx
    .selectFrom('garageMembers')
    .innerJoin('garages', (join) =>
      join
        .onRef('garages.tenantId', '=', 'garageMembers.tenantId')
        .onRef('garages.id', '=', 'garageMembers.garageId'),
    )
    .select(['garageMembers.garageId as id', 'garageMembers.role'])
    .where('garageMembers.tenantId', '=', tenantId)
    .where('garageMembers.userId', '=', userId)
    .where('garages.deletedAt', 'is', null)
    .execute();
  const vehicles = await trx
    .selectFrom('vehicleDrivers')
    .select('vehicleId')
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .execute();
  return { garages: garages as Roles['garages'], vehicles: vehicles.map(({ vehicleId }) => vehicleId) };
}

function keyOf(tenantId: string, userId: string): string {
  return `standing:${tenantId}:${userId}`;
}
