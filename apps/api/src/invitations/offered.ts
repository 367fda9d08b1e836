import { forTenant, type Database, type TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { status } from './read-invitations.js';
import { readToken, type LinkToken } from '../http/link-token.js';

/**
 * Does something in the tenant that a link names. What the link says is believed only as far as its hash is found there:
 * until then, `work` must look for nothing else.
 *
 * @throws Problem `not-found` for what cannot be a link
 */
export async function forInvitation<Result>(
  db: Database,
  token: string,
  work: (trx: TenantTransaction, link: LinkToken) => Promise<Result>,
): Promise<Result> {
  const link = readToken(token);
  if (!link) throw new Problem('not-found');
  return forTenant(db, link.tenantId, (trx) => work(trx, link));
}

/** What a link offers. @throws Problem `not-found` for one that was never given, or has been replaced by another */
export async function readOffered(trx: TenantTransaction, { tenantId, id: invitationId, hash }: LinkToken) {
  const offered = await trx
    .selectFrom('invitations')
    .innerJoin('tenants', 'tenants.id', 'invitations.tenantId')
    .leftJoin('profiles', 'profiles.userId', 'invitations.createdBy')
    .leftJoin('garages', (join) =>
      join
        .onRef('garages.tenantId', '=', 'invitations.tenantId')
        .onRef('garages.id', '=', 'invitations.garageId'),
    )
    .select([
      'invitations.email',
      'invitations.role',
      'invitations.garageId',
      'invitations.garageRole',
      'invitations.expiresAt',
      'invitations.acceptedBy',
      'tenants.name as tenantName',
      'tenants.kind as tenantKind',
      'profiles.name as inviterName',
      'garages.name as garageName',
    ])
    .select(status.as('status'))
    .where('invitations.tenantId', '=', tenantId)
    .where('invitations.id', '=', invitationId)
    .where('invitations.tokenHash', '=', hash)
    .where('tenants.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!offered) throw new Problem('not-found');
  return offered;
}
