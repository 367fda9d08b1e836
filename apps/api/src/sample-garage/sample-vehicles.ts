import type { TenantTransaction } from '@odolog/db';
import { vehicles } from '../vehicles/read-vehicles.js';
import { vehicleOf } from '../vehicles/vehicle-of.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';

/** The sample vehicles that are not deleted. */
export async function sampleVehicles(trx: TenantTransaction, tenantId: string): Promise<Vehicle[]> {
  const rows = await vehicles(trx, tenantId)
    .where('vehicles.sample', '=', true)
    .where('vehicles.deletedAt', 'is', null)
    .orderBy('vehicles.id')
    .execute();
  return rows.map(vehicleOf);
}
