import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Garage } from './garages.contract.js';

/** The garages that are not deleted. */
export function garages(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('garages')
    .select(['id', 'name', 'description', 'createdAt'])
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null);
}

/** @throws Problem `not-found` for one that is not there, deleted, or of another tenant */
export async function readGarage(
  trx: TenantTransaction,
  tenantId: string,
  garageId: string,
): Promise<Garage> {
  const row = await garages(trx, tenantId).where('id', '=', garageId).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return garageOf(row);
}

export function garageOf({ createdAt, ...row }: Omit<Garage, 'createdAt'> & { createdAt: Date }): Garage {
  return { ...row, createdAt: createdAt.toISOString() };
}
