import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { checkChain } from '@odolog/proof';
import { Problem } from '@odolog/problems';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { refuseOtherState } from '../vehicles/expected-version.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { ChainCheck, verifyVehicle } from './proof.contract.js';

export class VerifyVehicle extends Command<ChainCheck> {
  constructor(readonly call: CallOf<typeof verifyVehicle>) {
    super();
  }
}

@CommandHandler(VerifyVehicle)
export class VerifyVehicleHandler implements ICommandHandler<VerifyVehicle> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: VerifyVehicle): Promise<ChainCheck> {
    const { caller, params } = call;
    const { db, log } = this.resources;
    const check = await forTenant(db, caller.tenantId, async (trx) => {
      await refuseOtherState(trx, call, await readVehicle(trx, caller.tenantId, params.vehicleId));
      return checkChain(trx, params.vehicleId, new Date());
    });
    if (!check) throw new Problem('not-found');
    if (!check.unchanged) log.error(check, 'a history differs from what was recorded');
    return check;
  }
}
