import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readImport } from './import-records.js';
import type { getImport, Import } from './imports.contract.js';

export class GetImport extends Query<Import> {
  constructor(readonly call: CallOf<typeof getImport>) {
    super();
  }
}

@QueryHandler(GetImport)
export class GetImportHandler implements IQueryHandler<GetImport> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, params } }: GetImport): Promise<Import> {
    const { tenantId } = caller;
    return forTenant(this.resources.db, tenantId, (trx) => readImport(trx, tenantId, params.importId));
  }
}
