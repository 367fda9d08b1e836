import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Vehicle } from './vehicles.contract.js';
import { shownColumns, vehicleOf } from './vehicle-of.js';

/** Vehicles with the version of their stream. Their columns are named: a connection plans such a question once. */
export function vehicles(trx: TenantTransaction, tenantId: string) {
  return trx
    .selectFrom('vehicles')
    .innerJoin('vehicleStreams', (join) =>
      join
        .onRef('vehicleStreams.tenantId', '=', 'vehicles.tenantId')
        .onRef('vehicleStreams.vehicleId', '=', 'vehicles.id'),
    )
    .select(shownColumns)
    .select('vehicleStreams.version')
    .where('vehicles.tenantId', '=', tenantId);
}

/** One that may be deleted. */
export async function findVehicle(
  trx: TenantTransaction,
  tenantId: string,
  vehicleId: string,
): Promise<Vehicle | undefined> {
  const row = await vehicles(trx, tenantId).where('vehicles.id', '=', vehicleId).executeTakeFirst();
  return row && vehicleOf(row);
}

/** @throws Problem `not-found` for one that is not there, deleted, or of another tenant */
export async function readVehicle(
  trx: TenantTransaction,
  tenantId: string,
  vehicleId: string,
): Promise<Vehicle> {
  const vehicle = await findVehicle(trx, tenantId, vehicleId);
  if (!vehicle || vehicle.deletedAt !== null) throw new Problem('not-found');
  return vehicle;
}
