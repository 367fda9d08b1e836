import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import type { Vehicle } from './vehicles.contract.js';
import { findVehicle } from './read-vehicles.js';

/** What recording needs to know about a vehicle: that it is there, where its days begin and end, and what it can take. */
export type RecordableVehicle = Pick<
  Vehicle,
  'garageId' | 'kind' | 'timeZone' | 'distanceUnit' | 'volumeUnit' | 'currency' | 'energies' | 'batteryWh'
>;

type KnownVehicle = RecordableVehicle & Pick<Vehicle, 'deletedAt'>;

/**
 * Asked with every event, changed seldom.
 *
 * @throws Problem `not-found` for a vehicle that is not there, deleted, or of another tenant
 */
export async function recordableVehicle(
  resources: Resources,
  { tenantId }: Caller,
  vehicleId: string,
): Promise<RecordableVehicle> {
  const vehicle = await knownVehicle(resources, tenantId, vehicleId);
  if (vehicle.deletedAt !== null) throw new Problem('not-found');
  return vehicle;
}

/**
 * The same for one that may be deleted. Kept for all callers alike: whether one may see it, the policy says.
 *
 * @throws Problem `not-found` for a vehicle that is not there, or of another tenant
 */
export async function knownVehicle(
  { cache, db }: Resources,
  tenantId: string,
  vehicleId: string,
): Promise<KnownVehicle> {
  const known = await cache.getOrSet({
    key: keyOf(tenantId, vehicleId),
    ttl: '5s',
    factory: async ({ skip }) =>
      (await forTenant(db, tenantId, (trx) => findVehicle(trx, tenantId, vehicleId))) ?? skip(),
  });
  if (!known) throw new Problem('not-found');
  return known;
}

export async function forgetRecordable(
  { cache }: Resources,
  tenantId: string,
  vehicleId: string,
): Promise<void> {
  await cache.delete({ key: keyOf(tenantId, vehicleId) });
}

function keyOf(tenantId: string, vehicleId: string): string {
  return `recordable:${tenantId}:${vehicleId}`;
}
