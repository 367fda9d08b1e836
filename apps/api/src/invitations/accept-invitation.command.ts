import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { forgetStanding } from '../access/standing.js';
import type { CallOf } from '../http/contract.js';
import { readProfile } from '../people/profile.js';
import type { Me } from '../people/people.contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { LinkToken } from '../http/link-token.js';
import type { acceptInvitation } from './invitations.contract.js';
import { forInvitation, readOffered } from './offered.js';
import { invitationClosed, isOpen } from './read-invitations.js';

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
  const isMine = offered.email === email.toLowerCase();
  if (offered.status === 'pending' && !isMine && !call.body.confirmAddress)
    throw new Problem('invitation-for-another-address');
  if (await take(trx, link, userId)) await join(trx, link, { ...offered, userId });
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

/** One write decides who was first, and that it had not expired or been revoked. */
async function take(
  trx: TenantTransaction,
  { tenantId, id: invitationId, hash }: LinkToken,
  userId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ acceptedAt: sql`now()`, acceptedBy: userId })
    .where('tenantId', '=', tenantId)
    .where('id', '=', invitationId)
    .where('tokenHash', '=', hash)
    .where('expiresAt', '>', sql<Date>`now()`)
    .where(isOpen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function refuseOthers(trx: TenantTransaction, link: LinkToken, userId: string): Promise<void> {
  const now = await readOffered(trx, link);
  if (now.acceptedBy !== userId) throw invitationClosed(now);
}

type Joining = Awaited<ReturnType<typeof readOffered>> & { readonly userId: string };

/** Whoever is a member keeps the role that they have: an old invitation demotes nobody. */
async function join(
  trx: TenantTransaction,
  { tenantId, id: invitationId, hash }: LinkToken,
  { userId, role, garageId, garageRole }: Joining,
): Promise<void> {
  await sql`SELECT app.join_by_invitation(${hash}, ${userId})`.execute(trx);
  if (garageId && garageRole)
    await trx
      .insertInto('garageMembers')
      .values({ tenantId, garageId, userId, role: garageRole, createdBy: userId })
      .onConflict((conflict) => conflict.columns(['tenantId', 'garageId', 'userId']).doNothing())
      .execute();
  await recordAudit(trx, {
    tenantId,
    actorId: userId,
    action: 'invitation.accepted',
    subjectKind: 'invitation',
    subjectId: invitationId,
    detail: { role, garageId, garageRole },
  });
}
