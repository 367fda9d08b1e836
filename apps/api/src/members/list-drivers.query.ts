import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import type { Driver, listDrivers } from './members.contract.js';

type Page = { items: Driver[]; nextCursor: string | null };

export class ListDrivers extends Query<Page> {
  constructor(readonly call: CallOf<typeof listDrivers>) {
    super();
  }
}

@QueryHandler(ListDrivers)
export class ListDriversHandler implements IQueryHandler<ListDrivers> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, query } }: ListDrivers): Promise<Page> {
    await recordableVehicle(this.resources, caller, params.vehicleId);
    const items = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      trx
        .selectFrom('vehicleDrivers')
        .innerJoin('profiles', 'profiles.userId', 'vehicleDrivers.userId')
        .select(['vehicleDrivers.userId as id', 'profiles.name'])
        .where('vehicleDrivers.tenantId', '=', caller.tenantId)
        .where('vehicleDrivers.vehicleId', '=', params.vehicleId)
        .orderBy('profiles.name')
        .orderBy('vehicleDrivers.userId')
        .execute(),
    );
    return pageWithin(items, query);
  }
}
