import { MailNotSent } from '@odolog/mail';
import { anEvent } from '@odolog/testing';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { JobContext } from '../src/jobs/job.js';
import { beginSending, claimMail, settle } from '../src/notifications/mail-outbox.js';
import { atDueReminders, unreachable } from './at-due-reminders.js';

const at = atDueReminders();

const mailStatus = async () => {
  const { rows } = await at.inTenant((trx) =>
    sql<{ status: string }>`SELECT status FROM app.mails WHERE tenant_id = ${at.tenant.tenantId}`.execute(
      trx,
    ),
  );
  return rows.map(({ status }) => status);
};
const prefer = (mail: boolean, digest: string) =>
  at.admin(sql`
    INSERT INTO app.notification_preferences (tenant_id, user_id, mail, digest, digest_at_min)
    VALUES (${at.tenant.tenantId}, ${at.tenant.userId}, ${mail}, ${digest}, 480)
        ON CONFLICT (tenant_id, user_id) DO UPDATE SET mail = EXCLUDED.mail`);

describe('a message', () => {
  it('waits until the mail server is back', async () => {
    await at.aReminder('2026-06-01');
    await at.run('2026-06-01T10:00:00Z', unreachable);
    expect(await mailStatus()).toEqual(['waiting']);
    await at.run('2026-06-01T10:15:00Z');
    expect([await mailStatus(), at.mails.length]).toEqual([['sent'], 1]);
  });

  it('leads to the reminders of its tenant, whichever its person works in', async () => {
    await at.aReminder('2026-06-01');
    await at.run('2026-06-01T10:00:00Z');
    expect(at.mails[0]?.text).toContain(`/in/${at.tenant.tenantId}/reminders\n`);
  });

  it('is not tried again where it may have gone out, nor where nobody lives', async () => {
    await at.aReminder('2026-06-01');
    const failing = (code: number | undefined, isCertain: boolean): JobContext['mailer'] => ({
      mode: 'smtp',
      send: () => Promise.reject(new MailNotSent('EMESSAGE', code, isCertain)),
    });
    await at.run('2026-06-01T10:00:00Z', failing(undefined, false));
    expect(await mailStatus()).toEqual(['unknown']);
    await at.aReminder('2026-06-01');
    await at.run('2026-06-01T10:15:00Z', failing(550, true));
    await at.run('2026-06-01T12:15:00Z');
    expect((await mailStatus()).toSorted()).toEqual(['refused', 'unknown']);
    expect(at.mails).toEqual([]);
  });

  it('does not come by night, and does not mention what was done meanwhile', async () => {
    const [done] = [await at.aReminder('2026-06-01'), await at.aReminder('2026-06-01', { title: 'Tyres' })];
    await at.run('2026-05-31T22:30:00Z');
    expect(at.mails).toEqual([]);
    expect(await at.states('mail')).toEqual(['due', 'due']);
    const data = { reminderId: done.id, title: 'Oil' };
    await at.append(anEvent('reminder-completed', at.tenant, at.vehicle, { date: '2026-06-01', data }));
    await at.run('2026-06-01T07:00:00Z');
    expect(at.mails.map(({ subject }) => subject)).toEqual(['Octavia: Tyres is due now']);
  });

  it('that waits for the morning does not come to whoever wants no mails by then, or drives it no more', async () => {
    await at.aReminder('2026-06-01');
    const driver = await at.aMember('driver');
    await at.drives(driver);
    await at.run('2026-05-31T22:30:00Z');
    expect(await at.states('mail')).toEqual(['due', 'due']);
    await prefer(false, 'none');
    await at.admin(sql`DELETE FROM app.vehicle_drivers WHERE user_id = ${driver}`);
    await at.run('2026-06-01T07:00:00Z');
    expect(at.mails).toEqual([]);
  });

  it('gathers the day for whoever wants a digest, and does not come at all for whoever wants none', async () => {
    await prefer(true, 'daily');
    await at.aReminder('2026-06-01');
    await at.run('2026-06-01T07:45:00Z');
    await at.aReminder('2026-06-01', { title: 'Tyres' });
    await at.run('2026-06-01T08:00:00Z');
    await at.aReminder('2026-06-01', { title: 'Wash' });
    await at.run('2026-06-01T09:00:00Z');
    expect(at.mails.map(({ subject }) => subject)).toEqual(['2 reminders for your vehicles']);
    await at.run('2026-06-02T08:00:00Z');
    expect(at.mails).toHaveLength(2);
    await prefer(false, 'daily');
    await at.aReminder('2026-06-03', { title: 'Wax' });
    await at.run('2026-06-03T08:00:00Z');
    expect(at.mails).toHaveLength(2);
  });

  it('of a worker that dies before it speaks to the mail server is sent by another one, once', async () => {
    await at.aReminder('2026-06-01');
    await at.run('2026-06-01T10:00:00Z', unreachable);
    const died = (await at.inTenant((trx) => claimMail(trx, new Date('2026-06-01T10:05:00Z'))))!;
    await at.run('2026-06-01T10:06:00Z');
    expect(at.mails).toHaveLength(0);
    await at.run('2026-06-01T10:08:00Z');
    expect(at.mails).toHaveLength(1);
    expect(await at.inTenant((trx) => beginSending(trx, died))).toBe(false);
  });

  it('of a worker that dies while it speaks to the mail server may be out, and stays unknown', async () => {
    await at.aReminder('2026-06-01');
    await at.run('2026-06-01T10:00:00Z', unreachable);
    const died = (await at.inTenant((trx) => claimMail(trx, new Date('2026-06-01T10:05:00Z'))))!;
    expect(await at.inTenant((trx) => beginSending(trx, died))).toBe(true);
    await at.run('2026-06-01T11:00:00Z');
    expect(at.mails).toHaveLength(0);
    expect(await mailStatus()).toEqual(['unknown']);
    expect(await at.states()).toEqual(['due']);
    await at.inTenant((trx) => settle(trx, died, { status: 'sent', retryAt: new Date() }));
    expect(await mailStatus()).toEqual(['unknown']);
  });
});
