import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Answer, vehicleEtag } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readVehicle } from './read-vehicles.js';
import { vehicleFor } from './vehicle-of.js';
import { withSummaries } from './with-summaries.js';
import type { getVehicle, Vehicle } from './vehicles.contract.js';

export class GetVehicle extends Query<Answer<Vehicle>> {
  constructor(readonly call: CallOf<typeof getVehicle>) {
    super();
  }
}

@QueryHandler(GetVehicle)
export class GetVehicleHandler implements IQueryHandler<GetVehicle> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetVehicle): Promise<Answer<Vehicle>> {
    const { caller, params } = call;
    const format = await formatOf(this.resources, caller);
    const answer = await readAfter(this.resources, call, () =>
      forTenant(this.resources.db, caller.tenantId, async (trx) => {
        const vehicle = vehicleFor(caller, await readVehicle(trx, caller.tenantId, params.vehicleId));
        const [shown = vehicle] = await withSummaries(trx, [vehicle], format);
        return shown;
      }),
    );
    return new Answer(200, answer.body, { ...answer.headers, ...vehicleEtag(answer.body) });
  }
}
