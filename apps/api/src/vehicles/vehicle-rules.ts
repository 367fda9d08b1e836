import { decide, wholeTenant } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { isHeldGarage } from '../garages/held-garage.js';
import type { Caller } from '../http/contract.js';
import type { Vehicle } from './vehicles.contract.js';

/** What stays of a vehicle that went to others is there to be read. @throws Problem `vehicle-handed-over` */
export function refuseHandedOver({ handedOverAt }: Pick<Vehicle, 'handedOverAt'>): void {
  if (handedOverAt !== null) throw new Problem('vehicle-handed-over');
}

/** Holds a garage of one's own as it is. @throws Problem `validation-failed` for one that this tenant does not have */
export async function refuseUnknownGarage(trx: TenantTransaction, garageId?: string | null): Promise<void> {
  if (garageId && !(await isHeldGarage(trx, garageId))) throw unknownGarage();
}

/**
 * Whoever may not manage vehicles somewhere may not put one there; without a garage, that is the tenant.
 *
 * @throws Problem `forbidden`, or `validation-failed` for a garage that the caller does not see
 */
export function requirePlace({ standing }: Caller, garageId: string | null | undefined): void {
  const place = garageId ? ({ kind: 'garage', id: garageId } as const) : wholeTenant;
  const decision = decide(standing, 'vehicle.manage', place);
  if (decision === 'hidden') throw unknownGarage();
  if (decision === 'forbidden') throw new Problem('forbidden');
}

export function unknownGarage(): Problem {
  const detail = 'There is no such garage';
  return new Problem('validation-failed', { errors: [{ pointer: '/garageId', code: 'unknown', detail }] });
}

/** The index decides: a look before the write would let two requests through. @throws Problem `vin-taken` */
export async function sayVinTaken<Result>(write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'vehicles_live_vin') throw error;
    const detail = 'Another vehicle of yours has this VIN';
    throw new Problem('vin-taken', { errors: [{ pointer: '/vin', code: 'vin-taken', detail }] });
  }
}
