import { allowedActions } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';
import type { Garage } from './garages.contract.js';

/** The garages that are not deleted. */
export function garages(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('garages')
    .select(['id', 'name', 'description', 'createdAt'])
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null);
}

type Row = Omit<Garage, 'createdAt' | 'allowed'> & { readonly createdAt: Date };

/** @throws Problem `not-found` for one that is not there, deleted, or of another tenant */
export async function readGarage(trx: TenantTransaction, tenantId: string, garageId: string): Promise<Row> {
  const row = await garages(trx, tenantId).where('id', '=', garageId).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row;
}

/** Whether it is there, deleted or not. @throws Problem `not-found` */
export async function requireGarageOf(
  trx: TenantTransaction,
  tenantId: string,
  garageId: string,
): Promise<void> {
  const found = trx.selectFrom('garages').select('id').where('tenantId', '=', tenantId);
  if (!(await found.where('id', '=', garageId).executeTakeFirst())) throw new Problem('not-found');
}

/** A garage, with what the caller may do with it. */
export function garageFor({ standing }: Caller, { createdAt, ...row }: Row): Garage {
  const allowed = allowedActions(standing, { kind: 'garage', id: row.id });
  return { ...row, createdAt: createdAt.toISOString(), allowed };
}
