import type { TenantTransaction } from '@odolog/db';
import type { DueReminder } from './due-reminders.js';
import { localMomentOf } from './local-moment.js';
import { mayMailAt } from './mail-time.js';
import { isConcerned, type Recipient } from './recipients.js';
import { reminderMail } from './reminder-mail.js';

interface Waiting {
  readonly id: string;
  readonly reminderId: string;
  readonly cycle: number;
  readonly occasion: string;
  readonly round: number;
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
  const [oldest] = waiting;
  if (!oldest) return false;
  const lastMailOn = await lastMailDate(trx, { tenantId, userId, timeZone });
  const waitingSince = localMomentOf(oldest.createdAt, timeZone);
  if (!mayMailAt(preferences, moment, { lastMailOn, waitingSince })) return false;
  const concerning = preferences.mail ? due.filter(({ resource }) => isConcerned(person, resource)) : [];
  const current = new Map(concerning.map((reminder) => [keyOf(reminder), reminder]));
  const told = waiting.filter((each) => current.has(keyOf(each)));
  const reminders = [...new Set(told.map((each) => current.get(keyOf(each))!))];
  const dropped = waiting.filter((each) => !told.includes(each)).map(({ id }) => id);
  await mark(trx, { tenantId, ids: dropped }, { dropped: true });
  if (reminders.length === 0) return false;
  const { id: mailId } = await trx
    .insertInto('mails')
    .values({ ...reminderMail(reminders, person, publicUrl), tenantId, userId, retryAt: now, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await mark(trx, { tenantId, ids: told.map(({ id }) => id) }, { mailId });
  return true;
}

function keyOf({ reminderId, cycle, occasion, round }: Omit<Waiting, 'id' | 'createdAt'>): string {
  return `${reminderId} ${cycle} ${occasion} ${round}`;
}

/** Another worker that composes for the same person at this moment finds nothing. */
async function lockWaiting(
  trx: TenantTransaction,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
): Promise<Waiting[]> {
  return trx
    .selectFrom('notifications')
    .select(['id', 'reminderId', 'cycle', 'occasion', 'round', 'createdAt'])
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
