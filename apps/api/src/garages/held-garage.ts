import type { TenantTransaction } from '@odolog/db';

/**
 * Whether there is such a garage, held as it is until the transaction ends: what is put into it is there before it is deleted, and
 * leaves with it. A garage is held before vehicles, roles and invitations, whatever is done: nobody waits for whom they keep waiting.
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

/** Holds a garage, there or deleted, for what changes it: nothing is put into it meanwhile. */
export async function holdToChange(trx: TenantTransaction, garageId: string): Promise<void> {
  await trx.selectFrom('garages').select('id').where('id', '=', garageId).forNoKeyUpdate().execute();
}
