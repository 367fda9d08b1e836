import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { forgetStanding } from '../access/standing.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherVehicleState } from '../vehicles/expected-version.js';
import type { assignDriver, Driver } from './members.contract.js';
import { namedMember } from './read-members.js';
import { assignTo } from './vehicle-drivers.js';

export class AssignDriver extends Command<Driver> {
  constructor(readonly call: CallOf<typeof assignDriver>) {
    super();
  }
}

@CommandHandler(AssignDriver)
export class AssignDriverHandler implements ICommandHandler<AssignDriver> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: AssignDriver): Promise<Driver> {
    const { caller, params, body } = call;
    const { tenantId } = caller;
    const userId = body.userId.toLowerCase();
    const { name } = await forTenant(this.resources.db, tenantId, async (trx) => {
      const member = await namedMember(trx, tenantId, userId);
      await refuseOtherVehicleState(trx, call);
      await assignTo(trx, caller, { vehicleId: params.vehicleId, userId });
      return member;
    });
    await forgetStanding(this.resources, { tenantId, userId });
    return { id: userId, name };
  }
}
