import type { Action, Resource, Standing } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';
import { requireAllowed } from './require.js';

interface Member {
  readonly tenantId: string;
  readonly userId: string;
}

/**
 * What a member may do at this moment, held until the transaction ends: whoever takes a role away waits for what is written by
 * it, and then takes that back too. Undefined for someone who does not belong to the tenant.
 */
export async function heldStanding(
  trx: TenantTransaction,
  { tenantId, userId }: Member,
): Promise<Pick<Standing, 'role' | 'garages'> | undefined> {
  const membership = await trx
    .selectFrom('memberships')
    .select('role')
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .forShare()
    .executeTakeFirst();
  if (!membership) return undefined;
  const garages = await trx
    .selectFrom('garageMembers')
    .select(['garageId as id', 'role'])
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .orderBy('garageId')
    .forShare()
    .execute();
  return { role: membership.role, garages } as Pick<Standing, 'role' | 'garages'>;
}

/** The caller with the roles that they have at this moment, held. @throws Problem `forbidden` for whoever was removed meanwhile */
export async function heldCaller(trx: TenantTransaction, caller: Caller): Promise<Caller> {
  const held = await heldStanding(trx, caller);
  if (!held) throw new Problem('forbidden');
  return { ...caller, standing: { ...caller.standing, ...held } };
}

/** The caller as they are held, who may still do this. @throws Problem `not-found` or `forbidden` for whoever may not any more */
export async function callerWhoMay(
  trx: TenantTransaction,
  caller: Caller,
  { action, resource }: { readonly action: Action; readonly resource: Resource },
): Promise<Caller> {
  const held = await heldCaller(trx, caller);
  requireAllowed(held, action, resource);
  return held;
}

/**
 * What is given away of a vehicle is asked once more where it is written.
 *
 * @throws Problem `not-found` or `forbidden` for whoever may not any more
 */
export async function requireAllowedNow(
  trx: TenantTransaction,
  caller: Caller,
  { action, vehicle }: { readonly action: Action; readonly vehicle: Pick<Vehicle, 'id' | 'garageId'> },
): Promise<void> {
  const { id, garageId } = vehicle;
  await callerWhoMay(trx, caller, { action, resource: { kind: 'vehicle', id, garageId } });
}
