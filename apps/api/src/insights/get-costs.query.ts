import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { getCosts, type Costs } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import type { getCosts as contract } from './insights.contract.js';

export class GetCosts extends Query<Answer<Costs>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetCosts)
export class GetCostsHandler implements IQueryHandler<GetCosts> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetCosts): Promise<Answer<Costs>> {
    const { caller, params } = call;
    await recordableVehicle(this.resources, caller, params.vehicleId);
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, caller.tenantId, (trx) => getCosts(trx, params.vehicleId)),
    );
  }
}
