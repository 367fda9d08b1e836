import { reachOf } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { isReached } from '../access/reach.js';
import type { Caller } from '../http/contract.js';
import type { RemindedVehicle } from './read-reminders.js';

/** The vehicles whose reminders someone sees, with what each is called. */
export async function remindedVehicles(
  trx: TenantTransaction,
  { tenantId, standing }: Pick<Caller, 'tenantId' | 'standing'>,
  garageId?: string,
): Promise<(RemindedVehicle & { readonly name: string })[]> {
  const found = trx
    .selectFrom('vehicles')
    .select(['id', 'nickname', 'make', 'model', 'timeZone', 'distanceUnit'])
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .where(isReached(reachOf(standing, 'vehicle.read')));
  const rows = await (garageId ? found.where('garageId', '=', garageId) : found).execute();
  return rows.map(({ id, nickname, make, model, timeZone, distanceUnit }) => ({
    id,
    timeZone,
    distanceUnit: distanceUnit as RemindedVehicle['distanceUnit'],
    name: nickname ?? [make, model].filter(Boolean).join(' '),
  }));
}
