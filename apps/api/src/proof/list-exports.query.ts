import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readExports, type IssuedExport } from '@odolog/proof';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { listExports } from './proof.contract.js';

type Listed = { items: Omit<IssuedExport, 'vehicleId'>[] };

export class ListExports extends Query<Listed> {
  constructor(readonly call: CallOf<typeof listExports>) {
    super();
  }
}

@QueryHandler(ListExports)
export class ListExportsHandler implements IQueryHandler<ListExports> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  execute({ call: { caller, params } }: ListExports): Promise<Listed> {
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const { id: vehicleId } = await readVehicle(trx, caller.tenantId, params.vehicleId);
      const items = await readExports(trx, { vehicleId });
      return { items: items.map(({ vehicleId: _known, ...item }) => item) };
    });
  }
}
