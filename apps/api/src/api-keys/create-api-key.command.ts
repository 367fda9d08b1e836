import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { wholeTenant } from '@odolog/access';
import { newApiKey, recordAudit } from '@odolog/auth';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { holdTo, Problem } from '@odolog/problems';
import { callerWhoMay } from '../access/held-standing.js';
import { Answer } from '../http/answer.js';
import type { Caller, CallOf } from '../http/contract.js';
import { claimId, idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { createApiKey, type CreatedApiKey } from './api-keys.contract.js';
import { apiKeyOf, apiKeysFor } from './read-api-keys.js';

type Call = CallOf<typeof createApiKey>;

export class CreateApiKey extends Command<Answer<CreatedApiKey>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(CreateApiKey)
export class CreateApiKeyHandler implements ICommandHandler<CreateApiKey> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: CreateApiKey): Promise<Answer<CreatedApiKey>> {
    holdTo(call.body, createApiKey.rules);
    const { caller, body } = call;
    await this.refuseStale(caller);
    const { tenantId } = caller;
    const id = idFor(call);
    return forTenant(this.resources.db, tenantId, async (trx) => {
      await callerWhoMay(trx, caller, { action: 'keys.manage', resource: wholeTenant });
      const isNew = await claimId(trx, { tenantId, id, operation: 'createApiKey', content: body });
      const secret = isNew ? await make(trx, call, id) : null;
      const row = await apiKeysFor(trx, caller).where('apiKeys.id', '=', id).executeTakeFirst();
      // Made under this Idempotency-Key before, and revoked since.
      if (!row) throw new Problem('not-found');
      return new Answer(isNew ? 201 : 200, { ...apiKeyOf(row), secret });
    });
  }

  /** A key outlives the session that makes it: a device that was left signed in must not be enough. */
  private async refuseStale({ sessionId }: Caller): Promise<void> {
    // People of providers elsewhere come with tokens that last for minutes.
    if (sessionId === undefined || (await this.resources.identity.sessionIsFresh(sessionId))) return;
    throw new Problem('forbidden', { reason: 'SESSION_NOT_FRESH' });
  }
}

/** @returns the secret, which is known at no other time */
async function make(trx: TenantTransaction, { caller, body }: Call, id: string): Promise<string> {
  const { tenantId, userId } = caller;
  const { name, scopes } = body;
  const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
  const { secret, prefix, secretHash } = newApiKey();
  await trx
    .insertInto('apiKeys')
    .values({ tenantId, id, userId, name: name.trim(), prefix, secretHash, scopes, expiresAt })
    .execute();
  await recordAudit(trx, {
    tenantId,
    actorId: userId,
    action: 'key.created',
    subjectKind: 'key',
    subjectId: id,
    detail: { name, prefix, scopes, expiresAt: expiresAt?.toISOString() ?? null },
  });
  return secret;
}
