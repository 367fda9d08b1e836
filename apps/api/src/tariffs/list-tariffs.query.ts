import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { readTariffs } from './tariff-records.js';
import type { listTariffs, Tariff } from './tariffs.contract.js';

type Page = { items: Tariff[]; nextCursor: string | null };

export class ListTariffs extends Query<Page> {
  constructor(readonly call: CallOf<typeof listTariffs>) {
    super();
  }
}

@QueryHandler(ListTariffs)
export class ListTariffsHandler implements IQueryHandler<ListTariffs> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, query } }: ListTariffs): Promise<Page> {
    const { tenantId } = caller;
    await recordableVehicle(this.resources, caller, params.vehicleId);
    const items = await forTenant(this.resources.db, tenantId, (trx) =>
      readTariffs(trx, tenantId, params.vehicleId),
    );
    return pageWithin(items, query);
  }
}
