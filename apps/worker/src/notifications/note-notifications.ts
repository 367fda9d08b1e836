import type { TenantTransaction } from '@odolog/db';
import type { DueReminder } from './due-reminders.js';
import { isConcerned, type Recipient } from './recipients.js';

/**
 * Notes who is to be told of what. What has been noted before is noted once only, by whichever worker came first: the unique
 * key over reminder, cycle, round, state, person and channel sees to it.
 * @returns how many are new
 */
export async function noteNotifications(
  trx: TenantTransaction,
  tenantId: string,
  { due, recipients, now }: { due: readonly DueReminder[]; recipients: readonly Recipient[]; now: Date },
): Promise<number> {
  const rows = due.flatMap(({ resource, vehicle: _, ...reminder }) =>
    recipients
      .filter((person) => isConcerned(person, resource))
      .flatMap(({ userId, preferences }) =>
        (preferences.mail ? ['app', 'mail'] : ['app']).map((channel) => ({
          ...reminder,
          tenantId,
          userId,
          channel,
          createdAt: now,
        })),
      ),
  );
  if (rows.length === 0) return 0;
  const inserted = await trx
    .insertInto('notifications')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.length;
}
