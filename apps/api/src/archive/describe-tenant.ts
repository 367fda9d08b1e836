import { may, wholeTenant } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { garages } from '../garages/read-garages.js';
import type { Caller } from '../http/contract.js';
import { memberFor, members } from '../members/read-members.js';
import { tariffOf } from '../tariffs/tariff-records.js';
import type { Tariff } from '../tariffs/tariffs.contract.js';
import { vehicleOf } from '../vehicles/vehicle-of.js';
import { vehicles } from '../vehicles/read-vehicles.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';
import { distinctNames } from './entry-names.js';

/** A vehicle, and where in the archive the rest of it is. */
export interface ArchivedVehicle extends Vehicle {
  readonly folder: string;
  readonly tariffs: readonly Tariff[];
}

/** What there is beside the histories, without what was deleted: some hundred bytes a vehicle. */
export async function describeTenant(trx: TenantTransaction, caller: Caller) {
  const { tenantId } = caller;
  return {
    tenant: await trx
      .selectFrom('tenants')
      .select(['id', 'name', 'kind'])
      .where('id', '=', tenantId)
      .executeTakeFirstOrThrow(),
    members: await membersFor(trx, caller),
    garages: await garages(trx, tenantId).orderBy('id').execute(),
    vehicles: await archivedVehicles(trx, tenantId),
  };
}

/** Addresses stay: whoever takes this away asked for vehicles, not for how others are reached. */
async function membersFor(trx: TenantTransaction, caller: Caller) {
  if (!may(caller.standing, 'tenant.read', wholeTenant)) return [];
  const rows = await members(trx, caller.tenantId).orderBy('memberships.userId').execute();
  return rows.map((row) => {
    const { email: _email, provided: _provided, ...shown } = memberFor(caller, row);
    return shown;
  });
}

async function archivedVehicles(trx: TenantTransaction, tenantId: string): Promise<ArchivedVehicle[]> {
  const rows = await vehicles(trx, tenantId)
    .where('vehicles.deletedAt', 'is', null)
    .orderBy('vehicles.id')
    .execute();
  const tariffs = await trx
    .selectFrom('tariffs')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .orderBy('validFrom')
    .orderBy('id')
    .execute();
  const byVehicle = Map.groupBy(tariffs.map(tariffOf), ({ vehicleId }) => vehicleId);
  const named = distinctNames();
  return rows.map((row) => {
    const vehicle = vehicleOf(row);
    const folder = `vehicles/${named(vehicle.nickname)}`;
    return { ...vehicle, folder, tariffs: byVehicle.get(vehicle.id) ?? [] };
  });
}
