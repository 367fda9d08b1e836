import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { replaceKey } from '@odolog/proof';
import type { PublicKey } from '@odolog/verify';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { replaceProofKey } from './proof.contract.js';

type KeySet = Answer<{ keys: PublicKey[] }>;

export class ReplaceProofKey extends Command<KeySet> {
  constructor(readonly call: CallOf<typeof replaceProofKey>) {
    super();
  }
}

@CommandHandler(ReplaceProofKey)
export class ReplaceProofKeyHandler implements ICommandHandler<ReplaceProofKey> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: ReplaceProofKey): Promise<KeySet> {
    const { db, config } = this.resources;
    const { tenantId, userId } = caller;
    const key = await forTenant(db, tenantId, async (trx) => {
      const made = await replaceKey(trx, { tenantId, userId, secret: config.authSecret });
      const detail = { keyId: made.kid };
      await recordAudit(trx, { tenantId, actorId: userId, action: 'proof-key.replaced', detail });
      return made;
    });
    return new Answer(201, { keys: [key] }, { location: `/api/v1/proof-keys/${key.kid}` });
  }
}
