import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import { heldCaller } from '../access/held-standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { revokeInvitation } from './invitations.contract.js';
import { invitationClosed, isOpen, readInvitation } from './read-invitations.js';
import { requireOwnToGive } from './require-own-to-give.js';

export class RevokeInvitation extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof revokeInvitation>) {
    super();
  }
}

@CommandHandler(RevokeInvitation)
export class RevokeInvitationHandler implements ICommandHandler<RevokeInvitation> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: RevokeInvitation): Promise<Answer<null>> {
    const { tenantId, userId } = caller;
    const { invitationId } = params;
    await forTenant(this.resources.db, tenantId, async (trx) => {
      const before = await readInvitation(trx, tenantId, invitationId);
      requireOwnToGive(await heldCaller(trx, caller), before);
      const { numUpdatedRows } = await trx
        .updateTable('invitations')
        .set({ revokedAt: sql`now()`, revokedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('id', '=', invitationId)
        .where(isOpen)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw invitationClosed(await readInvitation(trx, tenantId, invitationId));
      await recordAudit(trx, {
        tenantId,
        actorId: userId,
        action: 'invitation.revoked',
        subjectKind: 'invitation',
        subjectId: invitationId,
      });
    });
    return new Answer(204, null);
  }
}
