import type { TenantTransaction } from '@odolog/db';
import { vehicles } from '../vehicles/read-vehicles.js';
import { v5 } from 'uuid';
import { vehicleOf } from '../vehicles/vehicle-of.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';

/** The sample vehicles that are not deleted, in the order in which they were added: their ids are no order. */
export async function sampleVehicles(trx: TenantTransaction, tenantId: string): Promise<Vehicle[]> {
  const rows = await vehicles(trx, tenantId)
    .where('vehicles.sample', '=', true)
    .where('vehicles.deletedAt', 'is', null)
    .orderBy('vehicles.createdAt')
    .orderBy('vehicles.id')
    .execute();
  return rows.map(vehicleOf);
}

/** The sample garage of a tenant as far as it is there: a vehicle stands where its id does, deleted ones too. */
export interface SampleGarageThere {
  readonly ids: readonly string[];
  readonly there: ReadonlyMap<string, Vehicle>;
}

/**
 * The garage that a tenant has, or is to get. Its ids follow from the tenant and from how many were removed before, so
 * that two requests at the same moment mean the same vehicles, and one that was cut off is completed by the next.
 */
export async function currentSampleGarage(
  trx: TenantTransaction,
  tenantId: string,
  size: number,
): Promise<SampleGarageThere> {
  const rows = await vehicles(trx, tenantId).where('vehicles.sample', '=', true).execute();
  const there = new Map(rows.map((row) => [row.id, vehicleOf(row)]));
  for (let generation = 0; ; generation++) {
    const ids = Array.from({ length: size }, (_, index) => v5(`sample:${generation}:${index}`, tenantId));
    if (!ids.every((id) => there.get(id)?.deletedAt)) return { ids, there };
  }
}
