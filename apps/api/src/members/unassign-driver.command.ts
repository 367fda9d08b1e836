import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { forgetStanding } from '../access/standing.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherVehicleState } from '../vehicles/expected-version.js';
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

  async execute({ call }: UnassignDriver): Promise<Answer<null>> {
    const { caller, params } = call;
    const { tenantId } = caller;
    const { vehicleId, userId } = params;
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await refuseOtherVehicleState(trx, call);
      await unassignFrom(trx, caller, { vehicleId, userId });
    });
    await forgetStanding(this.resources, { tenantId, userId });
    return new Answer(204, null);
  }
}
