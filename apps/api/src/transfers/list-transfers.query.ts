import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { transferOf, transfers } from './transfer-records.js';
import type { listTransfers, Transfer } from './transfers.contract.js';

type Page = { items: Transfer[]; nextCursor: string | null };

export class ListTransfers extends Query<Page> {
  constructor(readonly call: CallOf<typeof listTransfers>) {
    super();
  }
}

@QueryHandler(ListTransfers)
export class ListTransfersHandler implements IQueryHandler<ListTransfers> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params, query } }: ListTransfers): Promise<Page> {
    const { tenantId } = caller;
    const { limit = 50, cursor } = query;
    const before = idCursor(cursor);
    await recordableVehicle(this.resources, caller, params.vehicleId);
    const rows = await forTenant(this.resources.db, tenantId, (trx) => {
      const found = transfers(trx, tenantId)
        .where('transfers.vehicleId', '=', params.vehicleId)
        .orderBy('transfers.id', 'desc')
        .limit(limit + 1);
      return (before ? found.where('transfers.id', '<', before) : found).execute();
    });
    return pageBy(rows.map(transferOf), limit);
  }
}
