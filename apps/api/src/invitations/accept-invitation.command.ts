import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { forgetStanding } from '../access/standing.js';
import { isHeldGarage } from '../garages/held-garage.js';
import type { CallOf } from '../http/contract.js';
import { readProfile } from '../people/profile.js';
import type { Me } from '../people/people.contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { LinkToken } from '../http/link-token.js';
import type { acceptInvitation } from './invitations.contract.js';
import { forInvitation, readOffered } from './offered.js';
import { invitationClosed } from './read-invitations.js';

type Call = CallOf<typeof acceptInvitation>;
type Tenant = Me['tenant'];

export class AcceptInvitation extends Command<Tenant> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: AcceptInvitation): Promise<Tenant> {
    const { db } = this.resources;
    const { userId, tenantId } = call.caller;
    const { email } = await forTenant(db, tenantId, (trx) => readProfile(trx, userId));
    const joined = await forInvitation(db, call.params.token, (trx, link) =>
      accept(trx, link, { call, email }),
    );
    await forgetStanding(this.resources, { tenantId: joined.id, userId });
    return joined;
  }
}

/** The same person may come with the same link again: they are told where they belong. Anyone else comes too late. */
async function accept(
  trx: TenantTransaction,
  link: LinkToken,
  { call, email }: { readonly call: Call; readonly email: string },
): Promise<Tenant> {
  const { userId } = call.caller;
  const offered = await readOffered(trx, link);
  if (offered.status === 'pending') {
    const isMine = offered.email === email.toLowerCase();
    if (!isMine && !call.body.confirmAddress) throw new Problem('invitation-for-another-address');
    // with a garage go the invitations to it
    if (offered.garageId && !(await isHeldGarage(trx, offered.garageId)))
      throw invitationClosed({ status: 'revoked' });
  }
  if (await take(trx, link, userId)) await joinGarage(trx, link, { ...offered, userId });
  else await refuseOthers(trx, link, userId);
  const { role } = await trx
    .selectFrom('memberships')
    .select('role')
    .where('tenantId', '=', link.tenantId)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow(() => invitationClosed({ status: 'accepted' }));
  const { tenantName: name, tenantKind: kind } = offered;
  return { id: link.tenantId, name, kind: kind as Tenant['kind'], role: role as Tenant['role'] };
}

/**
 * The database decides who was first, that it had not expired or been revoked, and that whoever made it may still give what it
 * says: in one write with the membership, which nobody gets in another way. Whoever is a member keeps the role that they have.
 */
async function take(trx: TenantTransaction, { hash }: LinkToken, userId: string): Promise<boolean> {
  const { rows } = await sql<{
    isTaken: boolean;
  }>`SELECT app.accept_invitation(${hash}, ${userId}) AS is_taken`.execute(trx);
  return rows[0]?.isTaken === true;
}

async function refuseOthers(trx: TenantTransaction, link: LinkToken, userId: string): Promise<void> {
  const now = await readOffered(trx, link);
  if (now.acceptedBy !== userId) throw invitationClosed(now);
}

/** A role that they have in the garage stays. */
async function joinGarage(
  trx: TenantTransaction,
  { tenantId }: LinkToken,
  { userId, garageId, garageRole }: Awaited<ReturnType<typeof readOffered>> & { readonly userId: string },
): Promise<void> {
  if (!garageId || !garageRole) return;
  await trx
    .insertInto('garageMembers')
    .values({ tenantId, garageId, userId, role: garageRole, createdBy: userId })
    .onConflict((conflict) => conflict.columns(['tenantId', 'garageId', 'userId']).doNothing())
    .execute();
}
