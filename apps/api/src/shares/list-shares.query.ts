import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { readShares } from './share-records.js';
import type { listShares, Share } from './shares.contract.js';

type Page = { items: Share[]; nextCursor: string | null };

export class ListShares extends Query<Page> {
  constructor(readonly call: CallOf<typeof listShares>) {
    super();
  }
}

@QueryHandler(ListShares)
export class ListSharesHandler implements IQueryHandler<ListShares> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, query } }: ListShares): Promise<Page> {
    const { tenantId } = caller;
    const { limit = 50, cursor } = query;
    const before = idCursor(cursor);
    await recordableVehicle(this.resources, caller, params.vehicleId);
    const items = await forTenant(this.resources.db, tenantId, (trx) =>
      readShares(trx, { ...params, tenantId, before, limit: limit + 1 }),
    );
    return pageBy(items, limit);
  }
}
