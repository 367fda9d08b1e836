import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { heldRole, namedMember } from '../members/read-members.js';
import { setRole } from '../members/memberships.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { transferTenant } from './tenants.contract.js';

export class TransferTenant extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof transferTenant>) {
    super();
  }
}

/** The new owner first: there is no moment without one. */
@CommandHandler(TransferTenant)
export class TransferTenantHandler implements ICommandHandler<TransferTenant> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, body } }: TransferTenant): Promise<Answer<null>> {
    const { tenantId, userId } = caller;
    const heir = body.userId.toLowerCase();
    if (heir === userId) return new Answer(204, null);
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await namedMember(trx, tenantId, heir);
      const role = await heldRole(trx, caller, heir);
      await setRole(trx, caller, { userId: heir, from: role, to: 'owner' });
      await setRole(trx, caller, { userId, from: 'owner', to: 'manager' });
      await recordAudit(trx, {
        tenantId,
        actorId: userId,
        action: 'ownership.transferred',
        subjectKind: 'person',
        subjectId: heir,
      });
    });
    await forgetStanding(this.resources, { tenantId, userId: heir });
    await forgetStanding(this.resources, caller);
    return new Answer(204, null);
  }
}
