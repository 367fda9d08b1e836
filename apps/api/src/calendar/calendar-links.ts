import type { TenantTransaction } from '@odolog/db';
import type { Caller } from '../http/contract.js';
import type { CalendarLink } from './calendar.contract.js';

type Owner = Pick<Caller, 'tenantId' | 'userId'>;

/** Since when a person's calendar can be subscribed to. */
export async function readLink(trx: TenantTransaction, { tenantId, userId }: Owner): Promise<CalendarLink> {
  const link = await trx
    .selectFrom('calendarLinks')
    .select('createdAt')
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return { createdAt: link?.createdAt.toISOString() ?? null };
}

/** Puts a new secret in the place of the one before. */
export async function replaceLink(
  trx: TenantTransaction,
  { tenantId, userId }: Owner,
  { secretHash, createdAt }: { readonly secretHash: Buffer; readonly createdAt: Date },
): Promise<void> {
  await trx
    .insertInto('calendarLinks')
    .values({ tenantId, userId, secretHash, createdAt })
    .onConflict((conflict) => conflict.columns(['tenantId', 'userId']).doUpdateSet({ secretHash, createdAt }))
    .execute();
}

export async function deleteLink(trx: TenantTransaction, { tenantId, userId }: Owner): Promise<void> {
  await trx
    .deleteFrom('calendarLinks')
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .execute();
}

/** Whose calendar a secret opens. */
export async function ownerOf(
  trx: TenantTransaction,
  { tenantId, secretHash }: { readonly tenantId: string; readonly secretHash: Buffer },
): Promise<string | undefined> {
  const link = await trx
    .selectFrom('calendarLinks')
    .select('userId')
    .where('tenantId', '=', tenantId)
    .where('secretHash', '=', secretHash)
    .executeTakeFirst();
  return link?.userId;
}
