import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { Invitation } from './invitations.contract.js';

/** How an invitation stands, by the clock of the database: the same that decides whether it can be accepted. */
export const status = sql<Invitation['status']>`CASE
  WHEN invitations.accepted_at IS NOT NULL THEN 'accepted'
  WHEN invitations.declined_at IS NOT NULL THEN 'declined'
  WHEN invitations.revoked_at IS NOT NULL THEN 'revoked'
  WHEN invitations.expires_at <= now() THEN 'expired'
  ELSE 'pending' END`;

/** Nobody has answered it or taken it back; it may have expired. */
export const isOpen = sql<boolean>`num_nonnulls(invitations.accepted_at, invitations.declined_at, invitations.revoked_at) = 0`;

export function invitations(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('invitations')
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.role',
      'invitations.garageId',
      'invitations.garageRole',
      'invitations.expiresAt',
      'invitations.createdAt',
      'invitations.createdBy',
      status.as('status'),
      sql<string | null>`(SELECT p.name FROM app.profiles p WHERE p.user_id = invitations.created_by)`.as(
        'inviterName',
      ),
    ])
    .where('invitations.tenantId', '=', tenantId);
}

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['executeTakeFirstOrThrow']>>;

export function invitationOf({ createdAt, expiresAt, createdBy, inviterName, ...row }: Row): Invitation {
  return {
    ...(row as Omit<Invitation, 'createdAt' | 'expiresAt' | 'invitedBy'>),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    invitedBy: { id: createdBy, name: inviterName },
  };
}

/** @throws Problem `not-found` */
export async function readInvitation(
  trx: TenantTransaction,
  tenantId: string,
  invitationId: string,
): Promise<Invitation> {
  const row = await invitations(trx, tenantId).where('invitations.id', '=', invitationId).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return invitationOf(row);
}

/** Why it does not hold any more is told to whoever holds its link. */
export function invitationClosed({ status: reason }: Pick<Invitation, 'status'>): Problem {
  return new Problem('invitation-closed', { reason });
}
