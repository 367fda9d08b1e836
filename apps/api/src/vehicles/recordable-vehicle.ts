import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import type { Vehicle } from './vehicles.contract.js';
import { readVehicle } from './read-vehicles.js';

/** What recording needs to know about a vehicle: that it is there, and where its days begin and end. */
export type RecordableVehicle = Pick<
  Vehicle,
  'timeZone' | 'distanceUnit' | 'volumeUnit' | 'currency' | 'energies'
>;

/**
 * Asked with every event, changed seldom.
 *
 * @throws Problem `not-found` for a vehicle that is not there, deleted, or of another tenant
 */
export async function recordableVehicle(
  { cache, db }: Resources,
  { tenantId }: Caller,
  vehicleId: string,
): Promise<RecordableVehicle> {
  const known = await cache.getOrSet({
    key: keyOf(tenantId, vehicleId),
    ttl: '10s',
    factory: async ({ skip }) => {
      const vehicle = await forTenant(db, tenantId, (trx) => readVehicle(trx, tenantId, vehicleId)).catch(
        absent,
      );
      return vehicle ?? skip();
    },
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

function absent(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'not-found') return undefined;
  throw error;
}
