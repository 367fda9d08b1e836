import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { revokeApiKey } from './api-keys.contract.js';
import { apiKeysFor } from './read-api-keys.js';

export class RevokeApiKey extends Command<null> {
  constructor(readonly call: CallOf<typeof revokeApiKey>) {
    super();
  }
}

@CommandHandler(RevokeApiKey)
export class RevokeApiKeyHandler implements ICommandHandler<RevokeApiKey> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: RevokeApiKey): Promise<null> {
    const { tenantId, userId } = caller;
    const id = params.apiKeyId;
    return forTenant(this.resources.db, tenantId, async (trx) => {
      const key = await apiKeysFor(trx, caller).where('apiKeys.id', '=', id).executeTakeFirst();
      if (!key) throw new Problem('not-found');
      const { numUpdatedRows } = await trx
        .updateTable('apiKeys')
        .set({ revokedAt: sql`now()`, revokedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .where('revokedAt', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Problem('not-found');
      await recordAudit(trx, {
        tenantId,
        actorId: userId,
        action: 'key.revoked',
        subjectKind: 'key',
        subjectId: id,
        detail: { name: key.name, prefix: key.prefix },
      });
      return null;
    });
  }
}
