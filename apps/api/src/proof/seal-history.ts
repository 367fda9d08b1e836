import type { TenantTransaction } from '@odolog/db';
import { exportHistory, type IssuedHistory } from '@odolog/proof';
import type { Caller } from '../http/contract.js';
import type { Resources } from '../resources.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';

/**
 * Seals the whole history of a vehicle with the key of the tenant, and keeps that this was done.
 *
 * @throws Problem `history-altered`
 */
export function sealHistory(
  trx: TenantTransaction,
  { tenantId, userId }: Caller,
  { vehicle, config }: { readonly vehicle: Vehicle; readonly config: Resources['config'] },
): Promise<IssuedHistory> {
  const request = { tenantId, userId, secret: config.authSecret, issuer: config.publicUrl };
  return exportHistory(trx, { ...request, vehicle: factsOf(vehicle), now: new Date() });
}

/** What the vehicle is. The licence plate is left out: it belongs to its keeper. */
function factsOf(vehicle: Vehicle) {
  const { id, make, model, year, trim, color, vin, kind, energies, timeZone, currency } = vehicle;
  const { distanceUnit, volumeUnit } = vehicle;
  const settings = { timeZone, currency, distanceUnit, volumeUnit };
  return { id, make, model, year, trim, color, vin, kind, energies, ...settings };
}
