import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { unassignDriver } from './members.contract.js';
import { unassignFrom } from './vehicle-drivers.js';

export class UnassignDriver extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof unassignDriver>) {
    super();
  }
}

@CommandHandler(UnassignDriver)
export class UnassignDriverHandler implements ICommandHandler<UnassignDriver> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: UnassignDriver): Promise<Answer<null>> {
    const { tenantId } = caller;
    const { vehicleId, userId } = params;
    await forTenant(this.resources.db, tenantId, (trx) => unassignFrom(trx, caller, { vehicleId, userId }));
    await forgetStanding(this.resources, { tenantId, userId });
    return new Answer(204, null);
  }
}
