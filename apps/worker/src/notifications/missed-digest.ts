import type { TenantTransaction } from '@odolog/db';
import { dueReminders, type DueReminder } from './due-reminders.js';
import { instantOf, localMomentOf } from './local-moment.js';
import { lastWeeklyDigest } from './mail-time.js';
import { isConcerned, type Recipient } from './recipients.js';

/** Which occasion of a reminder somebody is told of, and in which state. */
export interface Told extends Pick<DueReminder, 'reminderId' | 'cycle' | 'occasion' | 'round'> {
  readonly state: string;
}

/**
 * Whether what waits for a person belonged into the last weekly digest: it was noted before, or it would have been, had a worker
 * been up. Since reminders are looked at every quarter of an hour, what stood so then and was noted later tells that none was.
 * What was set or mailed about since waits for the next one.
 */
export async function missedWeeklyDigest(
  trx: TenantTransaction,
  { tenantId, person }: { readonly tenantId: string; readonly person: Recipient },
  {
    waiting,
    lastMailOn,
    now,
  }: {
    readonly waiting: readonly (Told & { readonly createdAt: Date })[];
    readonly lastMailOn: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const digest = lastWeeklyDigest(person.preferences, localMomentOf(now, person.timeZone));
  const instant = instantOf(digest, person.timeZone);
  if (waiting.some(({ createdAt }) => createdAt < instant)) return true;
  if (lastMailOn !== null && lastMailOn >= digest.date) return false;
  const stood = (await dueReminders(trx, tenantId, instant)).filter(
    ({ resource, setOn }) => isConcerned(person, resource) && setOn < digest.date,
  );
  return waiting.some((each) => stood.some((due) => isSame(due, each)));
}

function isSame(a: Told, b: Told): boolean {
  return (
    a.reminderId === b.reminderId &&
    a.cycle === b.cycle &&
    a.occasion === b.occasion &&
    a.round === b.round &&
    a.state === b.state
  );
}
