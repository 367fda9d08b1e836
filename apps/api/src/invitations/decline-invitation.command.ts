import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { sql } from 'kysely';
import type { TenantTransaction } from '@odolog/db';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { LinkToken } from '../http/link-token.js';
import type { declineInvitation } from './invitations.contract.js';
import { forInvitation, readOffered } from './offered.js';
import { invitationClosed, isOpen } from './read-invitations.js';

export class DeclineInvitation extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof declineInvitation>) {
    super();
  }
}

/** Whoever holds the link may say no, signed in or not. */
@CommandHandler(DeclineInvitation)
export class DeclineInvitationHandler implements ICommandHandler<DeclineInvitation> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params } }: DeclineInvitation): Promise<Answer<null>> {
    await forInvitation(this.resources.db, params.token, decline);
    return new Answer(204, null);
  }
}

async function decline(trx: TenantTransaction, link: LinkToken): Promise<void> {
  const { tenantId, id: invitationId, hash } = link;
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ declinedAt: sql`now()` })
    .where('tenantId', '=', tenantId)
    .where('id', '=', invitationId)
    .where('tokenHash', '=', hash)
    .where(isOpen)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const offered = await readOffered(trx, link);
    if (offered.status === 'declined') return;
    throw invitationClosed(offered);
  }
  await recordAudit(trx, {
    tenantId,
    actorId: null,
    action: 'invitation.declined',
    subjectKind: 'invitation',
    subjectId: invitationId,
  });
}
