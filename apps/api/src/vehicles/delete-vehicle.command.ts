import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherState } from './expected-version.js';
import { readVehicle } from './read-vehicles.js';
import { forgetRecordable } from './recordable-vehicle.js';
import type { deleteVehicle } from './vehicles.contract.js';

export class DeleteVehicle extends Command<Answer<null>> {
  constructor(readonly call: CallOf<typeof deleteVehicle>) {
    super();
  }
}

@CommandHandler(DeleteVehicle)
export class DeleteVehicleHandler implements ICommandHandler<DeleteVehicle> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: DeleteVehicle): Promise<Answer<null>> {
    const { params } = call;
    const { tenantId, userId } = call.caller;
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await refuseOtherState(trx, call, await readVehicle(trx, tenantId, params.vehicleId));
      await trx
        .updateTable('vehicles')
        .set({ deletedAt: sql`now()`, deletedBy: userId })
        .where('tenantId', '=', tenantId)
        .where('id', '=', params.vehicleId)
        .execute();
    });
    await forgetRecordable(this.resources, tenantId, params.vehicleId);
    return new Answer(204, null);
  }
}
