import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { callerWhoMay } from '../access/held-standing.js';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { takeGarageRole } from './garage-members.js';
import type { removeGarageMember } from './members.contract.js';

export class RemoveGarageMember extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof removeGarageMember>) {
    super();
  }
}

@CommandHandler(RemoveGarageMember)
export class RemoveGarageMemberHandler implements ICommandHandler<RemoveGarageMember> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: RemoveGarageMember): Promise<Answer<null>> {
    const { tenantId } = caller;
    const { garageId, userId } = params;
    const taking = { action: 'members.manage', resource: { kind: 'garage', id: garageId } } as const;
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await callerWhoMay(trx, caller, taking);
      await takeGarageRole(trx, caller, { garageId, userId });
    });
    await forgetStanding(this.resources, { tenantId, userId });
    return new Answer(204, null);
  }
}
