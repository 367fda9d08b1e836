import { recordAudit } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { requireAllowedNow } from '../access/held-standing.js';
import type { Caller } from '../http/contract.js';
import { readVehicle } from '../vehicles/read-vehicles.js';

interface OfVehicle {
  readonly vehicleId: string;
  readonly userId: string;
}

/**
 * Lets somebody see the vehicle and log for it; again changes nothing.
 *
 * @throws Problem `not-found` or `forbidden` for whoever may not let them any more
 */
export async function assignTo(
  trx: TenantTransaction,
  caller: Caller,
  { vehicleId, userId }: OfVehicle,
): Promise<void> {
  const { tenantId, userId: actorId } = caller;
  const vehicle = await readVehicle(trx, tenantId, vehicleId);
  await requireAllowedNow(trx, caller, { action: 'vehicle.manage', vehicle });
  const { numInsertedOrUpdatedRows: added } = await trx
    .insertInto('vehicleDrivers')
    .values({ tenantId, vehicleId, userId, createdBy: actorId })
    .onConflict((conflict) => conflict.columns(['tenantId', 'vehicleId', 'userId']).doNothing())
    .executeTakeFirst();
  if (added === 0n) return;
  const subject = { subjectKind: 'person', subjectId: userId } as const;
  await recordAudit(trx, { tenantId, actorId, action: 'driver.assigned', ...subject, detail: { vehicleId } });
}

/** @throws Problem `not-found` for somebody who does not drive it, `forbidden` for whoever may not take it from them any more */
export async function unassignFrom(
  trx: TenantTransaction,
  caller: Caller,
  { vehicleId, userId }: OfVehicle,
): Promise<void> {
  const { tenantId, userId: actorId } = caller;
  const vehicle = await readVehicle(trx, tenantId, vehicleId);
  await requireAllowedNow(trx, caller, { action: 'vehicle.manage', vehicle });
  const { numDeletedRows } = await trx
    .deleteFrom('vehicleDrivers')
    .where('tenantId', '=', tenantId)
    .where('vehicleId', '=', vehicleId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem('not-found');
  const subject = { subjectKind: 'person', subjectId: userId } as const;
  await recordAudit(trx, {
    tenantId,
    actorId,
    action: 'driver.unassigned',
    ...subject,
    detail: { vehicleId },
  });
}
