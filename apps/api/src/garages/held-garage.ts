import type { TenantTransaction } from '@odolog/db';

/**
 * Whether there is such a garage, held as it is until the transaction ends: what is put into it is there before it is deleted, and
 * leaves with it. To be asked before a vehicle, a role or an invitation in it is held, as its deletion holds them in this order.
 */
export async function isHeldGarage(trx: TenantTransaction, garageId: string): Promise<boolean> {
  const garage = await trx
    .selectFrom('garages')
    .select('id')
    .where('id', '=', garageId)
    .where('deletedAt', 'is', null)
    .forShare()
    .executeTakeFirst();
  return garage !== undefined;
}
