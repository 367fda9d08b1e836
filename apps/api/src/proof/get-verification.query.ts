import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { lastChainCheck } from '@odolog/proof';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { ChainCheck, getVerification } from './proof.contract.js';

export class GetVerification extends Query<{ last: ChainCheck | null }> {
  constructor(readonly call: CallOf<typeof getVerification>) {
    super();
  }
}

@QueryHandler(GetVerification)
export class GetVerificationHandler implements IQueryHandler<GetVerification> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  execute({ call: { caller, params } }: GetVerification): Promise<{ last: ChainCheck | null }> {
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      await readVehicle(trx, caller.tenantId, params.vehicleId);
      return { last: (await lastChainCheck(trx, params.vehicleId)) ?? null };
    });
  }
}
