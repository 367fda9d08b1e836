import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { getVehicleSummary } from '@odolog/read-models';
import { localDateOf } from '@odolog/vehicle';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import type { getSummary, VehicleSummary } from './insights.contract.js';
import { viewOf } from './point-of-view.js';
import { presentSummary } from './present-summary.js';

export class GetSummary extends Query<Answer<VehicleSummary>> {
  constructor(readonly call: CallOf<typeof getSummary>) {
    super();
  }
}

@QueryHandler(GetSummary)
export class GetSummaryHandler implements IQueryHandler<GetSummary> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetSummary): Promise<Answer<VehicleSummary>> {
    const { caller, params, query } = call;
    const view = viewOf(query);
    const { timeZone } = await recordableVehicle(this.resources, caller, params.vehicleId);
    const format = await formatOf(this.resources, caller);
    const today = localDateOf(view?.knownAt ?? new Date().toISOString(), timeZone);
    return readAfter(this.resources, call, () =>
      forTenant(this.resources.db, caller.tenantId, async (trx) =>
        presentSummary(await getVehicleSummary(trx, params.vehicleId, { ...view, today }), format),
      ),
    );
  }
}
