import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { endMembership } from '../members/memberships.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { leaveTenant } from './tenants.contract.js';

export class LeaveTenant extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof leaveTenant>) {
    super();
  }
}

@CommandHandler(LeaveTenant)
export class LeaveTenantHandler implements ICommandHandler<LeaveTenant> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: LeaveTenant): Promise<Answer<null>> {
    const { tenantId, userId } = caller;
    await forTenant(this.resources.db, tenantId, (trx) => endMembership(trx, caller, userId));
    await forgetStanding(this.resources, caller);
    return new Answer(204, null);
  }
}
