import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAtHead } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { readImport } from './import-records.js';
import type { getImport, Import } from './imports.contract.js';

export class GetImport extends Query<Answer<Import>> {
  constructor(readonly call: CallOf<typeof getImport>) {
    super();
  }
}

@QueryHandler(GetImport)
export class GetImportHandler implements IQueryHandler<GetImport> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetImport): Promise<Answer<Import>> {
    const { caller, params } = call;
    const { tenantId } = caller;
    return readAtHead(this.resources, call, async () => {
      const found = await forTenant(this.resources.db, tenantId, (trx) =>
        readImport(trx, tenantId, params.importId),
      );
      await recordableVehicle(this.resources, caller, found.vehicleId);
      return found;
    });
  }
}
