import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import type { LinkToken } from '../http/link-token.js';
import { type Resources, RESOURCES } from '../resources.js';
import { forTransfer, isOpen, readOffer, transferClosed } from './transfer-records.js';
import type { declineTransfer } from './transfers.contract.js';

export class DeclineTransfer extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof declineTransfer>) {
    super();
  }
}

/** Whoever holds the link may say no, signed in or not. */
@CommandHandler(DeclineTransfer)
export class DeclineTransferHandler implements ICommandHandler<DeclineTransfer> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params } }: DeclineTransfer): Promise<Answer<null>> {
    await forTransfer(this.resources.db, params.transferToken, decline);
    return new Answer(204, null);
  }
}

async function decline(trx: TenantTransaction, link: LinkToken): Promise<void> {
  const { tenantId, id, hash } = link;
  const { numUpdatedRows } = await trx
    .updateTable('transfers')
    .set({ declinedAt: sql`now()` })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('tokenHash', '=', hash)
    .where(isOpen)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const offer = await readOffer(trx, link);
    if (offer.status === 'declined') return;
    throw transferClosed(offer);
  }
  const subject = { subjectKind: 'transfer', subjectId: id } as const;
  await recordAudit(trx, { tenantId, actorId: null, action: 'transfer.declined', ...subject });
}
