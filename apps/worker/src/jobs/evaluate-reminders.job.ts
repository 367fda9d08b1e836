import { forTenant } from '@odolog/db';
import { sql } from 'kysely';
import Type from 'typebox';
import { composeMail } from '../notifications/compose-mails.js';
import { dueReminders } from '../notifications/due-reminders.js';
import { noteNotifications } from '../notifications/note-notifications.js';
import { readRecipients } from '../notifications/recipients.js';
import { sendMails } from '../notifications/send-mails.js';
import { defineJob, type JobContext } from './job.js';

/** Days begin at some quarter of an hour in every zone there is: nobody waits longer for theirs. */
export const evaluateReminders = defineJob({
  name: 'evaluate-reminders',
  title: 'See which reminders are due, and tell whom they concern',
  payload: Type.Object({}, { additionalProperties: false }),
  schedule: '*/15 * * * *',
  atStart: true,
  run: async (context) => {
    const { rows } = await sql<{ tenantId: string }>`SELECT tenant_id FROM app.tenant_heads`.execute(
      context.worker.kysely,
    );
    const report = { tenants: rows.length, failed: 0, noted: 0, sent: 0 };
    for (const { tenantId } of rows) {
      try {
        const { noted, sent } = await tellTenant(context, tenantId);
        report.noted += noted;
        report.sent += sent;
      } catch (error) {
        // One tenant's trouble is not the others'. The next run tries again.
        report.failed += 1;
        context.log.error({ err: error, tenantId }, 'reminders could not be evaluated');
      }
    }
    return report;
  },
});

/** What is new is noted, put into messages and sent: three steps that each stand on their own after a crash. */
async function tellTenant(
  { worker, mailer, publicUrl, now: clock }: JobContext,
  tenantId: string,
): Promise<{ noted: number; sent: number }> {
  const now = clock();
  const noted = await forTenant(worker, tenantId, async (trx) => {
    const due = await dueReminders(trx, tenantId, now);
    const recipients = await readRecipients(trx, tenantId);
    const fresh = await noteNotifications(trx, tenantId, { due, recipients, now });
    for (const person of recipients) await composeMail(trx, { tenantId, person }, { due, now, publicUrl });
    return fresh;
  });
  return { noted, sent: await sendMails(worker, mailer, { tenantId, now }) };
}
