import type { TenantTransaction } from '@odolog/db';
import type { DueReminder } from './due-reminders.js';
import { localMomentOf } from './local-moment.js';
import { mayMailAt } from './mail-time.js';
import { missedWeeklyDigest, type Told } from './missed-digest.js';
import { isConcerned, type Recipient } from './recipients.js';
import { reminderMail } from './reminder-mail.js';

interface Waiting extends Told {
  readonly id: string;
  readonly createdAt: Date;
}

interface Occasion {
  readonly due: readonly DueReminder[];
  readonly now: Date;
  /** The public origin, for the link in the message. */
  readonly publicUrl: string;
}

/**
 * Puts what waits for a person into one message, if this is a moment for it. What was done, put off or sold meanwhile is not
 * mentioned any more, nor what concerns them no longer; whoever has come to want no mails is told nothing.
 * @returns whether there is a message
 */
export async function composeMail(
  trx: TenantTransaction,
  { tenantId, person }: { readonly tenantId: string; readonly person: Recipient },
  { due, now, publicUrl }: Occasion,
): Promise<boolean> {
  const { userId, timeZone, preferences } = person;
  const moment = localMomentOf(now, timeZone);
  const waiting = await lockWaiting(trx, { tenantId, userId });
  if (waiting.length === 0) return false;
  const lastMailOn = await lastMailDate(trx, { tenantId, userId, timeZone });
  const mayMail = (missedDigest: boolean) => mayMailAt(preferences, moment, { lastMailOn, missedDigest });
  const isLate = async () => missedWeeklyDigest(trx, { tenantId, person }, { waiting, lastMailOn, now });
  if (!mayMail(false) && !(mayMail(true) && (await isLate()))) return false;
  const concerning = preferences.mail ? due.filter(({ resource }) => isConcerned(person, resource)) : [];
  const current = new Map(concerning.map((reminder) => [keyOf(reminder), reminder]));
  const told = waiting.filter((each) => current.has(keyOf(each)));
  const reminders = [...new Set(told.map((each) => current.get(keyOf(each))!))];
  const dropped = waiting.filter((each) => !told.includes(each)).map(({ id }) => id);
  await mark(trx, { tenantId, ids: dropped }, { dropped: true });
  if (reminders.length === 0) return false;
  // Of which tenant: a person may have several, and work in another one.
  const mail = reminderMail(reminders, person, `${publicUrl}/in/${tenantId}`);
  const { id: mailId } = await trx
    .insertInto('mails')
    .values({ ...mail, tenantId, userId, retryAt: now, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await mark(trx, { tenantId, ids: told.map(({ id }) => id) }, { mailId });
  return true;
}

function keyOf({ reminderId, cycle, occasion, round }: Told): string {
  return `${reminderId} ${cycle} ${occasion} ${round}`;
}

/** Another worker that composes for the same person at this moment finds nothing. */
async function lockWaiting(
  trx: TenantTransaction,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<Waiting[]> {
  return trx
    .selectFrom('notifications')
    .select(['id', 'reminderId', 'cycle', 'occasion', 'round', 'state', 'createdAt'])
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .where('channel', '=', 'mail')
    .where('mailId', 'is', null)
    .where('dropped', '=', false)
    .orderBy('createdAt')
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
}

async function mark(
  trx: TenantTransaction,
  { tenantId, ids }: { readonly tenantId: string; readonly ids: readonly string[] },
  as: { readonly mailId: string } | { readonly dropped: true },
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('notifications')
    .set(as)
    .where('tenantId', '=', tenantId)
    .where('id', 'in', [...ids])
    .execute();
}

async function lastMailDate(
  trx: TenantTransaction,
  { tenantId, userId, timeZone }: { tenantId: string; userId: string; timeZone: string },
): Promise<string | null> {
  const last = await trx
    .selectFrom('mails')
    .select('createdAt')
    .where('tenantId', '=', tenantId)
    .where('userId', '=', userId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? localMomentOf(last.createdAt, timeZone).date : null;
}
