import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { wholeTenant, type GarageRole, type Resource, type TenantRole } from '@odolog/access';
import { recordAudit } from '@odolog/auth';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { holdTo, Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { heldCaller } from '../access/held-standing.js';
import { requireGrantable } from '../access/require.js';
import { isHeldGarage } from '../garages/held-garage.js';
import { Answer } from '../http/answer.js';
import type { Caller, CallOf, RouteContract } from '../http/contract.js';
import { claimId, idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { unknownGarage } from '../vehicles/vehicle-rules.js';
import { newToken } from '../http/link-token.js';
import { invite, type SentInvitation } from './invitations.contract.js';
import { readInvitation } from './read-invitations.js';
import { requireOwnToGive } from './require-own-to-give.js';
import { revokeOpen } from './revoke-open.js';
import { sendInvitation } from './send-invitation.js';

/** How long a link works. */
export const invitationLives = sql<Date>`now() + interval '7 days'`;

/** Who is asked to join as what; a role in a garage besides, or none. */
interface Offer {
  readonly email: string;
  readonly role: TenantRole;
  readonly garageId: string | null;
  readonly garageRole: GarageRole | null;
}

type Call = Pick<CallOf<RouteContract>, 'caller' | 'idempotencyKey'> & { readonly body: Offer };

export class Invite extends Command<Answer<SentInvitation>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(Invite)
export class InviteHandler implements ICommandHandler<Invite> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: Invite): Promise<Answer<SentInvitation>> {
    const { caller, body } = call;
    const { tenantId } = caller;
    const offer = { ...body, email: body.email.toLowerCase() };
    holdTo(offer, invite.rules);
    const id = idFor(call);
    const { token, hash } = newToken(tenantId, id);
    const { invitation, isNew } = await forTenant(this.resources.db, tenantId, async (trx) => {
      const isThere = offer.garageId === null || (await isHeldGarage(trx, offer.garageId));
      const held = await heldCaller(trx, caller);
      requireGrantable(held, [offer.role], placeOf(offer));
      if (!isThere) throw unknownGarage();
      await refuseMember(trx, tenantId, offer);
      const isNew = await claimId(trx, { tenantId, id, operation: 'invite', content: offer });
      if (isNew) await write(trx, held, { ...offer, id, hash });
      return { invitation: await readInvitation(trx, tenantId, id), isNew };
    });
    if (!isNew) return new Answer(200, { ...invitation, link: null, mail: 'not-sent' });
    return new Answer(201, await sendInvitation(this.resources, caller, { invitation, token }));
  }
}

function placeOf({ garageId }: Offer): Resource {
  return garageId ? { kind: 'garage', id: garageId } : wholeTenant;
}

/** Into a garage a member can be asked too: they get the role in it. @throws Problem `already-member` */
async function refuseMember(trx: TenantTransaction, tenantId: string, { email, garageId }: Offer) {
  if (garageId) return;
  const member = await trx
    .selectFrom('memberships')
    .innerJoin('profiles', 'profiles.userId', 'memberships.userId')
    .select('memberships.userId')
    .where('memberships.tenantId', '=', tenantId)
    .where(sql<boolean>`lower(profiles.email) = ${email}`)
    .executeTakeFirst();
  if (!member) return;
  const detail = 'This person is a member already';
  throw new Problem('already-member', { errors: [{ pointer: '/email', code: 'already-member', detail }] });
}

/** In the place of what was offered to the same address for the same place before, if that is the caller's to take back. */
async function write(
  trx: TenantTransaction,
  caller: Caller,
  { hash, ...offer }: Offer & { readonly id: string; readonly hash: Buffer },
): Promise<void> {
  const { tenantId, userId } = caller;
  const same = sql<boolean>`email = ${offer.email} AND garage_id IS NOT DISTINCT FROM ${offer.garageId}`;
  for (const before of await revokeOpen(trx, caller, same))
    requireOwnToGive(caller, await readInvitation(trx, tenantId, before));
  await trx
    .insertInto('invitations')
    .values({ ...offer, tenantId, tokenHash: hash, expiresAt: invitationLives, createdBy: userId })
    .execute();
  await recordAudit(trx, {
    tenantId,
    actorId: userId,
    action: 'invitation.sent',
    subjectKind: 'invitation',
    subjectId: offer.id,
    detail: { role: offer.role, garageId: offer.garageId, garageRole: offer.garageRole },
  });
}
