import { may } from '@odolog/access';
import type { TenantTransaction } from '@odolog/db';
import { heldStanding } from '../access/held-standing.js';
import { transferClosed, type readOffer } from './transfer-records.js';

type Offer = Awaited<ReturnType<typeof readOffer>>;

/**
 * Whoever offered a vehicle may still give it away, at this moment and until the transaction ends. The database takes offers
 * back with the right; here it is asked once more, since what goes does not come back. The vehicle is locked first, as by
 * whoever closes its garage.
 *
 * @throws Problem `transfer-closed`
 */
export async function requireStillTheirs(
  trx: TenantTransaction,
  { tenantId, vehicleId: id, createdBy }: Offer,
): Promise<void> {
  const { garageId } = await trx
    .selectFrom('vehicles')
    .select('garageId')
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const held = await heldStanding(trx, { tenantId, userId: createdBy });
  const standing = held && { ...held, vehicles: [], operates: false };
  if (!standing || !may(standing, 'vehicle.transfer', { kind: 'vehicle', id, garageId }))
    throw transferClosed({ status: 'revoked' });
}
