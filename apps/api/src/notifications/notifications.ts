import type { TenantTransaction } from '@odolog/db';
import type { Caller } from '../http/contract.js';

type Reader = Pick<Caller, 'tenantId' | 'userId'>;

/** What a person was told of in the app, of these vehicles. */
export function notificationsOf(
  trx: TenantTransaction,
  { tenantId, userId }: Reader,
  vehicleIds: readonly string[],
) {
  return trx
    .selectFrom('notifications')
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .where('channel', '=', 'app')
    .where((row) => row('vehicleId', '=', row.fn.any(row.val([...vehicleIds]))));
}

export async function countUnread(
  trx: TenantTransaction,
  reader: Reader,
  vehicleIds: readonly string[],
): Promise<number> {
  const { unread } = await notificationsOf(trx, reader, vehicleIds)
    .select((row) => row.fn.countAll<number>().as('unread'))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(unread);
}
