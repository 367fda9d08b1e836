import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Vehicle } from './vehicles.contract.js';
import { vehicleOf } from './vehicle-of.js';

/** Vehicles with the version of their stream. */
export function vehicles(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('vehicles')
    .innerJoin('vehicleStreams', (join) =>
      join
        .onRef('vehicleStreams.tenantId', '=', 'vehicles.tenantId')
        .onRef('vehicleStreams.vehicleId', '=', 'vehicles.id'),
    )
    .selectAll('vehicles')
    .select('vehicleStreams.version')
    .where('vehicles.tenantId', '=', tenantId);
}

/** @throws Problem `not-found` for one that is not there, deleted, or of another tenant */
export async function readVehicle(
  trx: TenantTransaction,
  tenantId: string,
  vehicleId: string,
): Promise<Vehicle> {
  const row = await vehicles(trx, tenantId)
    .where('vehicles.id', '=', vehicleId)
    .where('vehicles.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return vehicleOf(row);
}
