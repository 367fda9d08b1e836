import { may, wholeTenant, type TenantRole } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { Caller } from '../http/contract.js';
import type { Member } from './members.contract.js';

/** Everyone who belongs to the tenant, with roles in its garages and the vehicles that they drive. */
export function members(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('memberships')
    .innerJoin('profiles', 'profiles.userId', 'memberships.userId')
    .select([
      'memberships.userId as id',
      'profiles.name',
      'profiles.email',
      sql<TenantRole>`memberships.role`.as('role'),
      'memberships.createdAt as joinedAt',
      sql<boolean>`memberships.provided_by IS NOT NULL`.as('provided'),
      sql<
        Member['garages']
      >`(SELECT COALESCE(jsonb_agg(jsonb_build_object('id', g.garage_id, 'role', g.role) ORDER BY g.garage_id), '[]')
        FROM app.garage_members g JOIN app.garages o ON o.tenant_id = g.tenant_id AND o.id = g.garage_id AND o.deleted_at IS NULL
       WHERE g.tenant_id = memberships.tenant_id AND g.user_id = memberships.user_id)`.as('garages'),
      sql<
        string[]
      >`(SELECT COALESCE(jsonb_agg(d.vehicle_id ORDER BY d.vehicle_id), '[]') FROM app.vehicle_drivers d
       WHERE d.tenant_id = memberships.tenant_id AND d.user_id = memberships.user_id)`.as('vehicles'),
    ])
    .where('memberships.tenantId', '=', tenantId);
}

type Row = Omit<Member, 'joinedAt'> & { readonly joinedAt: Date };

/** A member as the caller may see them: where each may drive is for those who manage members, and for each themselves. */
export function memberFor({ userId, standing }: Caller, { joinedAt, ...row }: Row): Member {
  const shown = { ...row, joinedAt: joinedAt.toISOString() };
  if (row.id === userId || may(standing, 'members.manage', wholeTenant)) return shown;
  return { ...shown, email: null, garages: [], vehicles: [] };
}

/** @throws Problem `not-found` for someone who does not belong to the tenant */
export async function readMember(trx: TenantTransaction, tenantId: string, userId: string): Promise<Row> {
  const row = await members(trx, tenantId).where('memberships.userId', '=', userId).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row;
}

/**
 * The role of a member, held with the caller's own until the transaction ends: by these it is decided, and none of them changes
 * before that is written.
 *
 * @throws Problem `not-found` for someone who does not belong to the tenant, `forbidden` for a caller who has another role by now
 */
export async function heldRole(
  trx: TenantTransaction,
  { tenantId, userId: callerId, standing }: Caller,
  userId: string,
): Promise<TenantRole> {
  const rows = await trx
    .selectFrom('memberships')
    .select(['userId', 'role'])
    .where('tenantId', '=', tenantId)
    .where('userId', 'in', [callerId, userId])
    // in one order, so that two who change each other wait instead of blocking one another
    .orderBy('userId')
    .forUpdate()
    .execute();
  const roles = new Map(rows.map((row) => [row.userId, row.role as TenantRole]));
  if (roles.get(callerId) !== standing.role) throw new Problem('forbidden');
  const role = roles.get(userId);
  if (!role) throw new Problem('not-found');
  return role;
}

/** A member whom a body names. @throws Problem `validation-failed` for someone who does not belong to the tenant */
export async function namedMember(trx: TenantTransaction, tenantId: string, userId: string): Promise<Row> {
  try {
    return await readMember(trx, tenantId, userId);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const detail = 'There is no such member';
    throw new Problem('validation-failed', { errors: [{ pointer: '/userId', code: 'unknown', detail }] });
  }
}
