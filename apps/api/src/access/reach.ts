import { reachOf, type Reach } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { Caller } from '../http/contract.js';

/** Narrows a query over `vehicles` to those that the caller may see, in SQL, so that pages stay whole. */
export function isReached(reach: Reach) {
  if (reach.all) return sql<boolean>`true`;
  const { garageIds, vehicleIds } = reach;
  return sql<boolean>`(vehicles.garage_id = ANY (${garageIds}::uuid[]) OR vehicles.id = ANY (${vehicleIds}::uuid[]))`;
}

/** The same for a query over `garages`. */
export function isReachedGarage(reach: Reach) {
  return reach.all ? sql<boolean>`true` : sql<boolean>`garages.id = ANY (${reach.garageIds}::uuid[])`;
}

/** Ids of the vehicles that the caller may see and that are not deleted; undefined for whoever may see all. */
export async function reachableVehicleIds(
  trx: TenantTransaction,
  { tenantId, standing }: Caller,
): Promise<string[] | undefined> {
  const reach = reachOf(standing, 'vehicle.read');
  if (reach.all) return undefined;
  const rows = await trx
    .selectFrom('vehicles')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .where(isReached(reach))
    .execute();
  return rows.map(({ id }) => id);
}
