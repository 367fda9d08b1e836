import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { DueReminder } from './due-reminders.js';
import { isConcerned, type Recipient } from './recipients.js';

/**
 * Notes who is to be told of what. What has been noted before is noted once only, by whichever worker came first: the unique
 * key over reminder, cycle and occasion, round, state, person and channel sees to it.
 * @returns how many are new
 */
export async function noteNotifications(
  trx: TenantTransaction,
  tenantId: string,
  { due, recipients, now }: { due: readonly DueReminder[]; recipients: readonly Recipient[]; now: Date },
): Promise<number> {
  const rows = due.flatMap(({ resource, vehicle: _, setOn: __, ...reminder }) =>
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
  await nameOccasions(trx, tenantId, due);
  const inserted = await trx
    .insertInto('notifications')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.length;
}

/** What an older version noted of these cycles, it noted of the occasions that they have now. */
async function nameOccasions(
  trx: TenantTransaction,
  tenantId: string,
  due: readonly DueReminder[],
): Promise<void> {
  await sql`
    UPDATE app.notifications n SET occasion = d.occasion
      FROM unnest(${due.map(({ reminderId }) => reminderId)}::uuid[], ${due.map(({ cycle }) => cycle)}::integer[],
                  ${due.map(({ occasion }) => occasion)}::text[]) d(reminder_id, cycle, occasion)
     WHERE n.tenant_id = ${tenantId} AND n.reminder_id = d.reminder_id AND n.cycle = d.cycle AND n.occasion = ''`.execute(
    trx,
  );
}
