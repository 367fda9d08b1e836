import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { getMonths, type VehicleMonth } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import type { getMonths as contract } from './insights.contract.js';

type Months = { items: VehicleMonth[] };

export class GetMonths extends Query<Answer<Months>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetMonths)
export class GetMonthsHandler implements IQueryHandler<GetMonths> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetMonths): Promise<Answer<Months>> {
    const { caller, params } = call;
    await recordableVehicle(this.resources, caller, params.vehicleId);
    return readAfter(this.resources, call, async () => {
      const read = forTenant(this.resources.db, caller.tenantId, (trx) => getMonths(trx, params.vehicleId));
      return { items: await read };
    });
  }
}
