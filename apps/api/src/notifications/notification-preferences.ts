import type { TenantTransaction } from '@odolog/db';
import type { Caller } from '../http/contract.js';
import type { NotificationPreferences } from './notifications.contract.js';

type Owner = Pick<Caller, 'tenantId' | 'userId'>;

/** Of whoever has said nothing; the worker knows the same. */
const usual: NotificationPreferences = {
  mail: true,
  digest: 'none',
  digestAt: '07:00',
  quiet: { from: '22:00', until: '07:00' },
};

export async function readPreferences(
  trx: TenantTransaction,
  { tenantId, userId }: Owner,
): Promise<NotificationPreferences> {
  const row = await trx
    .selectFrom('notificationPreferences')
    .select(['mail', 'digest', 'digestAtMin', 'quietFromMin', 'quietUntilMin'])
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  if (!row) return usual;
  const { mail, digest, digestAtMin, quietFromMin, quietUntilMin } = row;
  return {
    mail,
    digest: digest as NotificationPreferences['digest'],
    digestAt: timeOf(digestAtMin),
    quiet:
      quietFromMin === null || quietUntilMin === null
        ? null
        : { from: timeOf(quietFromMin), until: timeOf(quietUntilMin) },
  };
}

export async function writePreferences(
  trx: TenantTransaction,
  { tenantId, userId }: Owner,
  { mail, digest, digestAt, quiet }: NotificationPreferences,
): Promise<void> {
  const values = {
    mail,
    digest,
    digestAtMin: minuteOf(digestAt),
    quietFromMin: quiet && minuteOf(quiet.from),
    quietUntilMin: quiet && minuteOf(quiet.until),
    updatedAt: new Date(),
  };
  await trx
    .insertInto('notificationPreferences')
    .values({ tenantId, userId, ...values })
    .onConflict((conflict) => conflict.columns(['tenantId', 'userId']).doUpdateSet(values))
    .execute();
}

function timeOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
