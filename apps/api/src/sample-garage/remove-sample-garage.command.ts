import { Inject } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { DeleteVehicle } from '../vehicles/delete-vehicle.command.js';
import type { removeSampleGarage } from './sample-garage.contract.js';
import { sampleVehicles } from './sample-vehicles.js';

export class RemoveSampleGarage extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof removeSampleGarage>) {
    super();
  }
}

@CommandHandler(RemoveSampleGarage)
export class RemoveSampleGarageHandler implements ICommandHandler<RemoveSampleGarage> {
  constructor(
    @Inject(RESOURCES) private readonly resources: Resources,
    private readonly commands: CommandBus,
  ) {}

  async execute({ call }: RemoveSampleGarage): Promise<Answer<null>> {
    const { tenantId } = call.caller;
    const samples = await forTenant(this.resources.db, tenantId, (trx) => sampleVehicles(trx, tenantId));
    for (const { id } of samples) {
      const inner = { params: { vehicleId: id }, idempotencyKey: undefined, expectedVersion: undefined };
      await this.commands.execute(new DeleteVehicle({ ...call, ...inner }));
    }
    return new Answer(204, null);
  }
}
