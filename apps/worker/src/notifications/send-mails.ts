import { forTenant, type Database } from '@odolog/db';
import { MailNotSent, type Mailer } from '@odolog/mail';
import { beginSending, claimMail, giveUpUnknown, settle, type ClaimedMail } from './mail-outbox.js';

/** 1, 2, 4 ... minutes; the last try is about two hours after the first. */
const mostAttempts = 8;

/** Sends what waits in a tenant's outbox, each message at most once. @returns how many went out */
export async function sendMails(
  db: Database,
  mailer: Mailer,
  { tenantId, now }: { readonly tenantId: string; readonly now: Date },
): Promise<number> {
  await forTenant(db, tenantId, (trx) => giveUpUnknown(trx, now));
  for (let sent = 0; ;) {
    const mail = await forTenant(db, tenantId, (trx) => claimMail(trx, now));
    if (!mail) return sent;
    if (!(await forTenant(db, tenantId, (trx) => beginSending(trx, mail)))) continue;
    const status = await send(db, mailer, { tenantId, mail });
    const retryAt = new Date(now.getTime() + 60_000 * 2 ** (mail.attempts - 1));
    await forTenant(db, tenantId, (trx) => settle(trx, mail, { status, retryAt }));
    if (status === 'sent') sent += 1;
  }
}

async function send(
  db: Database,
  mailer: Mailer,
  { tenantId, mail }: { readonly tenantId: string; readonly mail: ClaimedMail },
): Promise<'sent' | 'waiting' | 'refused' | 'unknown'> {
  const person = await forTenant(db, tenantId, (trx) =>
    trx.selectFrom('profiles').select('email').where('userId', '=', mail.userId).executeTakeFirst(),
  );
  if (!person) return 'refused';
  try {
    await mailer.send({ to: person.email, subject: mail.subject, text: mail.body });
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailNotSent) || !error.isCertain) return 'unknown';
    const isFinal = (error.responseCode ?? 0) >= 500 || mail.attempts >= mostAttempts;
    return isFinal ? 'refused' : 'waiting';
  }
}
