import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import { heldCaller } from '../access/held-standing.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { newToken } from '../http/link-token.js';
import type { resendInvitation, SentInvitation } from './invitations.contract.js';
import { invitationLives } from './invite.command.js';
import { invitationClosed, isOpen, readInvitation } from './read-invitations.js';
import { requireOwnToGive } from './require-own-to-give.js';
import { sendInvitation } from './send-invitation.js';

export class ResendInvitation extends Command<SentInvitation> {
  constructor(readonly call: CallOf<typeof resendInvitation>) {
    super();
  }
}

/** With a new secret, since only the hash of the old one is known; whoever holds the old link cannot use it any more. */
@CommandHandler(ResendInvitation)
export class ResendInvitationHandler implements ICommandHandler<ResendInvitation> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: ResendInvitation): Promise<SentInvitation> {
    const { tenantId, userId } = caller;
    const { invitationId } = params;
    const { token, hash } = newToken(tenantId, invitationId);
    const invitation = await forTenant(this.resources.db, tenantId, async (trx) => {
      const before = await readInvitation(trx, tenantId, invitationId);
      requireOwnToGive(await heldCaller(trx, caller), before);
      const { numUpdatedRows } = await trx
        .updateTable('invitations')
        .set({ tokenHash: hash, expiresAt: invitationLives, updatedAt: sql`now()`, updatedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('id', '=', invitationId)
        .where(isOpen)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw invitationClosed(await readInvitation(trx, tenantId, invitationId));
      await recordAudit(trx, {
        tenantId,
        actorId: userId,
        action: 'invitation.sent',
        subjectKind: 'invitation',
        subjectId: invitationId,
        detail: { again: 1 },
      });
      return readInvitation(trx, tenantId, invitationId);
    });
    return sendInvitation(this.resources, caller, { invitation, token });
  }
}
