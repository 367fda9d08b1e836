import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readExports, type IssuedExport } from '@odolog/proof';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { listExports } from './proof.contract.js';

type Page = { items: Omit<IssuedExport, 'id' | 'vehicleId'>[]; nextCursor: string | null };

export class ListExports extends Query<Page> {
  constructor(readonly call: CallOf<typeof listExports>) {
    super();
  }
}

@QueryHandler(ListExports)
export class ListExportsHandler implements IQueryHandler<ListExports> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  execute({ call: { caller, params, query } }: ListExports): Promise<Page> {
    const { limit = 50, cursor } = query;
    const before = idCursor(cursor);
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const { id: vehicleId } = await readVehicle(trx, caller.tenantId, params.vehicleId);
      const found = await readExports(trx, { vehicleId, before, limit: limit + 1 });
      const { items, nextCursor } = pageBy(found, limit);
      return { items: items.map(({ id: _internal, vehicleId: _known, ...item }) => item), nextCursor };
    });
  }
}
