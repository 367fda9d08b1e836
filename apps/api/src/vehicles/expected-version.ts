import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { CallOf, RouteContract } from '../http/contract.js';
import { findVehicle } from './read-vehicles.js';
import type { Vehicle } from './vehicles.contract.js';

/** @throws Problem `version-conflict` with the current version, when the client knows another one */
export function refuseOtherVersion(current: number, expected: number | undefined): void {
  if (expected === undefined || expected === current) return;
  throw new Problem('version-conflict', { currentVersion: current });
}

type Call = Pick<CallOf<RouteContract>, 'caller' | 'expectedVersion' | 'expectedRevision'> & {
  readonly params: { readonly vehicleId: string };
};

/**
 * For a change of the vehicle itself, which is no event. The version alone is compared as it is; by the ETag, which counts such
 * changes too, the row is held until the transaction ends, so that of two who know the same state one is refused.
 *
 * @throws Problem `version-conflict` with the current state, when the client knows another one
 */
export async function refuseOtherState(
  trx: TenantTransaction,
  { caller, params, expectedVersion, expectedRevision }: Call,
  { version }: Pick<Vehicle, 'version'>,
): Promise<void> {
  refuseOtherVersion(version, expectedVersion);
  if (expectedRevision === undefined) return;
  const { revision } = await trx
    .selectFrom('vehicles')
    .select('revision')
    .where('tenantId', '=', caller.tenantId)
    .where('id', '=', params.vehicleId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (revision !== expectedRevision)
    throw new Problem('version-conflict', { currentVersion: version, currentRevision: revision });
}

/**
 * For what belongs to a vehicle and is neither an event nor a change of the vehicle. Without If-Match nothing is read.
 *
 * @throws Problem `version-conflict` with the current state, when the client knows another one
 */
export async function refuseOtherVehicleState(trx: TenantTransaction, call: Call): Promise<void> {
  const { caller, params, expectedVersion } = call;
  if (expectedVersion === undefined) return;
  const vehicle = await findVehicle(trx, caller.tenantId, params.vehicleId);
  if (!vehicle) throw new Problem('not-found');
  await refuseOtherState(trx, call, vehicle);
}
