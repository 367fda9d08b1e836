import type { TenantTransaction } from '@odolog/db';
import type { Garage } from './garages.contract.js';

/** The garages that are not deleted. */
export function garages(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('garages')
    .select(['id', 'name', 'description', 'createdAt'])
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null);
}

export function garageOf({ createdAt, ...row }: Omit<Garage, 'createdAt'> & { createdAt: Date }): Garage {
  return { ...row, createdAt: createdAt.toISOString() };
}
