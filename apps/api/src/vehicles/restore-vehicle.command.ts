import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { Answer, vehicleEtag } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherState } from './expected-version.js';
import { findVehicle, readVehicle } from './read-vehicles.js';
import { forgetRecordable } from './recordable-vehicle.js';
import { sayVinTaken } from './vehicle-rules.js';
import type { restoreVehicle, Vehicle } from './vehicles.contract.js';

export class RestoreVehicle extends Command<Answer<Vehicle>> {
  constructor(readonly call: CallOf<typeof restoreVehicle>) {
    super();
  }
}

@CommandHandler(RestoreVehicle)
export class RestoreVehicleHandler implements ICommandHandler<RestoreVehicle> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RestoreVehicle): Promise<Answer<Vehicle>> {
    const { caller, params } = call;
    const vehicle = await forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const before = await findVehicle(trx, caller.tenantId, params.vehicleId);
      if (!before) throw new Problem('not-found');
      await refuseOtherState(trx, call, before);
      await sayVinTaken(
        trx
          .updateTable('vehicles')
          .set({ deletedAt: null, deletedBy: null, updatedBy: caller.userId })
          .where('tenantId', '=', caller.tenantId)
          .where('id', '=', params.vehicleId)
          .execute(),
      );
      return readVehicle(trx, caller.tenantId, params.vehicleId);
    });
    await forgetRecordable(this.resources, caller.tenantId, params.vehicleId);
    return new Answer(200, vehicle, vehicleEtag(vehicle));
  }
}
