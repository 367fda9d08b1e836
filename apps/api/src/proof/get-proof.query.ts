import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { findTenantOfExport, lastChainCheck, readExports, readVerificationCode } from '@odolog/proof';
import { Problem } from '@odolog/problems';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { getProof, IssuedProof } from './proof.contract.js';

export class GetProof extends Query<IssuedProof> {
  constructor(readonly call: CallOf<typeof getProof>) {
    super();
  }
}

/** For whoever holds a printed history. A proof outlives the vehicle’s stay in a garage: it is answered for deleted ones, too. */
@QueryHandler(GetProof)
export class GetProofHandler implements IQueryHandler<GetProof> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { params } }: GetProof): Promise<IssuedProof> {
    const code = readVerificationCode(params.code);
    const tenantId = code && (await findTenantOfExport(this.resources.db, code));
    if (!tenantId) throw new Problem('not-found');
    return forTenant(this.resources.db, tenantId, (trx) => readProof(trx, code));
  }
}

async function readProof(trx: TenantTransaction, code: string): Promise<IssuedProof> {
  const [found] = await readExports(trx, { code });
  if (!found) throw new Problem('not-found');
  const { id: _internal, vehicleId, ...issued } = found;
  const vehicle = await trx
    .selectFrom('vehicles')
    .select(['make', 'model', 'year'])
    .where('id', '=', vehicleId)
    .executeTakeFirstOrThrow();
  const check = await lastChainCheck(trx, vehicleId);
  return { ...issued, vehicle, lastCheckedAt: check?.checkedAt ?? null };
}
