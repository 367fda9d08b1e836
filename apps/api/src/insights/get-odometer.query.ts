import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { getOdometer, type OdometerHistory } from '@odolog/read-models';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import type { getOdometer as contract } from './insights.contract.js';

export class GetOdometer extends Query<Answer<OdometerHistory>> {
  constructor(readonly call: CallOf<typeof contract>) {
    super();
  }
}

@QueryHandler(GetOdometer)
export class GetOdometerHandler implements IQueryHandler<GetOdometer> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetOdometer): Promise<Answer<OdometerHistory>> {
    const { caller, params, query } = call;
    await recordableVehicle(this.resources, caller, params.vehicleId);
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, caller.tenantId, (trx) =>
        getOdometer(trx, params.vehicleId, query.asOf === undefined ? {} : { to: query.asOf }),
      ),
    );
  }
}
