import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { getFuelEconomy, type FuelEconomy } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import type { getFuelEconomy as contract } from './insights.contract.js';

export class GetFuelEconomy extends Query<Answer<FuelEconomy>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetFuelEconomy)
export class GetFuelEconomyHandler implements IQueryHandler<GetFuelEconomy> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetFuelEconomy): Promise<Answer<FuelEconomy>> {
    const { caller, params } = call;
    await recordableVehicle(this.resources, caller, params.vehicleId);
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, caller.tenantId, (trx) => getFuelEconomy(trx, params.vehicleId)),
    );
  }
}
