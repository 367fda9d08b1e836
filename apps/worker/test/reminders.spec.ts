import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import { createEventStore, type EventStore } from '@odolog/event-store';
import { MailNotSent, type Mail } from '@odolog/mail';
import {
  aTenant,
  aVehicle,
  anEvent,
  foldAll,
  testDatabase,
  type TestDatabase,
  type TestTenant,
} from '@odolog/testing';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evaluateReminders } from '../src/jobs/evaluate-reminders.job.js';
import type { JobContext } from '../src/jobs/job.js';
import { beginSending, claimMail, settle } from '../src/notifications/mail-outbox.js';

let database: TestDatabase;
let store: EventStore;
let tenant: TestTenant;
let vehicle: string;
let mails: Mail[];
beforeAll(async () => {
  database = await testDatabase();
  store = createEventStore(database.as('odolog_api'));
});
afterAll(async () => {
  store.close();
  await database.drop();
});
beforeEach(async () => {
  await admin(sql`TRUNCATE app.notifications, app.mails; UPDATE app.vehicles SET deleted_at = now()`);
  tenant = await aTenant(database.admin());
  vehicle = await aVehicle(database.as('odolog_api'), store, tenant);
  mails = [];
});

const admin = (statement: ReturnType<typeof sql>) => statement.execute(database.admin().kysely);
const mailer: JobContext['mailer'] = {
  mode: 'smtp',
  send: async (mail) => void mails.push(mail),
};
const run = (at: string, given: Partial<JobContext> = {}) =>
  evaluateReminders.run(
    {
      jobs: database.as('odolog_jobs'),
      worker: database.as('odolog_worker'),
      log: pino({ level: 'silent' }),
      now: () => new Date(at),
      mailer,
      publicUrl: 'https://odolog.example',
      ...given,
    },
    {},
  );
const inTenant = <Result>(work: Parameters<typeof forTenant<Result>>[2]) =>
  forTenant(database.as('odolog_worker'), tenant.tenantId, work);

async function aReminder(dueDate: string, data: object = {}) {
  const reminder = anEvent('reminder', tenant, vehicle, {
    date: '2026-01-01',
    data: { title: 'Oil and filter', dueDate, soon: { days: 0 }, ...data },
  });
  await append(reminder);
  return reminder;
}

async function append(event: Parameters<EventStore['append']>[0]) {
  expect(await store.append(event)).toMatchObject({ status: 'appended' });
  await foldAll(database.as('odolog_worker'));
}

const told = async () => {
  const { rows } = await sql<{ state: string; channel: string; userId: string }>`
    SELECT state, channel, user_id FROM app.notifications WHERE tenant_id = ${tenant.tenantId} ORDER BY id`.execute(
    database.admin().kysely,
  );
  return rows;
};
const states = async (channel = 'app') =>
  (await told()).filter((each) => each.channel === channel).map(({ state }) => state);

describe('nobody is told twice', () => {
  it('by many workers at once, again and again', async () => {
    await aReminder('2026-06-01');
    await Promise.all(Array.from({ length: 6 }, () => run('2026-06-01T10:00:00Z')));
    await run('2026-06-01T11:00:00Z');
    expect(await told()).toEqual([
      { state: 'due', channel: 'app', userId: tenant.userId },
      { state: 'due', channel: 'mail', userId: tenant.userId },
    ]);
    expect(mails).toEqual([
      {
        to: `${tenant.userId}@example.org`,
        subject: 'Octavia: Oil and filter is due now',
        text: expect.stringContaining('- Octavia: Oil and filter is due now (Jun 1, 2026)') as string,
      },
    ]);
  });

  it('but anew in the next cycle, and after a snooze', async () => {
    const reminder = await aReminder('2026-06-01', { every: { months: 1 } });
    await run('2026-06-01T10:00:00Z');
    const snooze = { reminderId: reminder.id, title: 'Oil', cycle: 1, until: { date: '2026-06-05' } };
    await append(anEvent('reminder-snoozed', tenant, vehicle, { date: '2026-06-01', data: snooze }));
    await run('2026-06-04T10:00:00Z');
    expect(await states()).toEqual(['due']);
    await run('2026-06-05T10:00:00Z');
    expect(await states()).toEqual(['due', 'overdue']);
    const done = { reminderId: reminder.id, title: 'Oil' };
    await append(anEvent('reminder-completed', tenant, vehicle, { date: '2026-06-06', data: done }));
    await run('2026-07-06T10:00:00Z');
    expect(await states()).toEqual(['due', 'overdue', 'due']);
  });

  it('but anew when it is moved to another day, and not for another title', async () => {
    const reminder = await aReminder('2026-06-01');
    await run('2026-06-01T10:00:00Z');
    const corrected = (data: object, correctsId: string) =>
      anEvent('reminder', tenant, vehicle, {
        date: '2026-01-01',
        data: { title: 'Oil', soon: { days: 0 }, ...data },
        correctsId,
        reason: 'Asked again',
      });
    const renamed = corrected({ dueDate: '2026-06-01' }, reminder.id);
    await append(renamed);
    await run('2026-06-01T11:00:00Z');
    expect(await states()).toEqual(['due']);
    await append(corrected({ dueDate: '2026-09-01' }, renamed.id));
    await run('2026-09-01T10:00:00Z');
    expect(await states()).toEqual(['due', 'due']);
    expect(mails).toHaveLength(2);
  });

  it('but anew when what completed it is taken back', async () => {
    const reminder = await aReminder('2026-01-31', { every: { months: 1 } });
    const done = (date: string) =>
      anEvent('reminder-completed', tenant, vehicle, {
        date,
        data: { reminderId: reminder.id, title: 'Oil' },
      });
    const [first, second] = [done('2026-01-31'), done('2026-02-28')];
    await append(first);
    await run('2026-02-28T10:00:00Z');
    await append(second);
    await append(
      anEvent('retraction', tenant, vehicle, {
        date: first.date,
        data: {},
        correctsId: first.id,
        reason: 'Another car',
      }),
    );
    await run('2026-03-28T10:00:00Z');
    expect(await states()).toEqual(['due', 'due']);
  });

  it('not by a newer version of the worker either', async () => {
    await aReminder('2026-06-01');
    await run('2026-06-01T10:00:00Z', { mailer: unreachable });
    await admin(sql`UPDATE app.notifications SET occasion = ''`);
    await run('2026-06-01T10:08:00Z');
    expect(await states()).toEqual(['due']);
    expect(mails).toHaveLength(1);
  });

  it('not even when a worker dies before it speaks to the mail server: another one sends it, once', async () => {
    await aReminder('2026-06-01');
    await run('2026-06-01T10:00:00Z', { mailer: unreachable });
    const died = (await inTenant((trx) => claimMail(trx, new Date('2026-06-01T10:05:00Z'))))!;
    await run('2026-06-01T10:06:00Z');
    expect(mails).toHaveLength(0);
    await run('2026-06-01T10:08:00Z');
    expect(mails).toHaveLength(1);
    expect(await inTenant((trx) => beginSending(trx, died))).toBe(false);
  });

  it('when a worker dies while it speaks to the mail server: the message may be out, and stays unknown', async () => {
    await aReminder('2026-06-01');
    await run('2026-06-01T10:00:00Z', { mailer: unreachable });
    const died = (await inTenant((trx) => claimMail(trx, new Date('2026-06-01T10:05:00Z'))))!;
    expect(await inTenant((trx) => beginSending(trx, died))).toBe(true);
    await run('2026-06-01T11:00:00Z');
    expect(mails).toHaveLength(0);
    expect(await mailStatus()).toEqual(['unknown']);
    expect(await states()).toEqual(['due']);
    await inTenant((trx) => settle(trx, died, { status: 'sent', retryAt: new Date() }));
    expect(await mailStatus()).toEqual(['unknown']);
  });
});

const unreachable: JobContext['mailer'] = {
  mode: 'smtp',
  send: () => Promise.reject(new MailNotSent('ECONNECTION', undefined, true)),
};
const mailStatus = async () =>
  (
    await sql<{ status: string }>`SELECT status FROM app.mails WHERE tenant_id = ${tenant.tenantId}`.execute(
      database.admin().kysely,
    )
  ).rows.map(({ status }) => status);

const prefer = (mail: boolean, digest: string) =>
  admin(sql`
    INSERT INTO app.notification_preferences (tenant_id, user_id, mail, digest, digest_at_min)
    VALUES (${tenant.tenantId}, ${tenant.userId}, ${mail}, ${digest}, 480)
        ON CONFLICT (tenant_id, user_id) DO UPDATE SET mail = EXCLUDED.mail`);
async function aMember(role: string): Promise<string> {
  const id = randomUUID();
  await admin(sql`INSERT INTO app.profiles (user_id, email) VALUES (${id}, ${`${id}@example.org`})`);
  await admin(
    sql`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES (${tenant.tenantId}, ${id}, ${role})`,
  );
  return id;
}
const drives = (id: string) =>
  admin(sql`
    INSERT INTO app.vehicle_drivers (tenant_id, vehicle_id, user_id, created_by)
    VALUES (${tenant.tenantId}, ${vehicle}, ${id}, ${tenant.userId})`);

describe('a message', () => {
  it('waits until the mail server is back', async () => {
    await aReminder('2026-06-01');
    await run('2026-06-01T10:00:00Z', { mailer: unreachable });
    expect(await mailStatus()).toEqual(['waiting']);
    await run('2026-06-01T10:15:00Z');
    expect([await mailStatus(), mails.length]).toEqual([['sent'], 1]);
  });

  it('is not tried again where it may have gone out, nor where nobody lives', async () => {
    await aReminder('2026-06-01');
    const failing = (code: number | undefined, isCertain: boolean): JobContext['mailer'] => ({
      mode: 'smtp',
      send: () => Promise.reject(new MailNotSent('EMESSAGE', code, isCertain)),
    });
    await run('2026-06-01T10:00:00Z', { mailer: failing(undefined, false) });
    expect(await mailStatus()).toEqual(['unknown']);
    await aReminder('2026-06-01');
    await run('2026-06-01T10:15:00Z', { mailer: failing(550, true) });
    await run('2026-06-01T12:15:00Z');
    expect((await mailStatus()).toSorted()).toEqual(['refused', 'unknown']);
    expect(mails).toEqual([]);
  });

  it('does not come by night, and does not mention what was done meanwhile', async () => {
    const [done] = [await aReminder('2026-06-01'), await aReminder('2026-06-01', { title: 'Tyres' })];
    await run('2026-05-31T22:30:00Z');
    expect(mails).toEqual([]);
    expect(await states('mail')).toEqual(['due', 'due']);
    const data = { reminderId: done.id, title: 'Oil' };
    await append(anEvent('reminder-completed', tenant, vehicle, { date: '2026-06-01', data }));
    await run('2026-06-01T07:00:00Z');
    expect(mails.map(({ subject }) => subject)).toEqual(['Octavia: Tyres is due now']);
  });

  it('that waits for the morning does not come to whoever wants no mails by then, or drives it no more', async () => {
    await aReminder('2026-06-01');
    const driver = await aMember('driver');
    await drives(driver);
    await run('2026-05-31T22:30:00Z');
    expect(await states('mail')).toEqual(['due', 'due']);
    await prefer(false, 'none');
    await admin(sql`DELETE FROM app.vehicle_drivers WHERE user_id = ${driver}`);
    await run('2026-06-01T07:00:00Z');
    expect(mails).toEqual([]);
  });

  it('gathers the day for whoever wants a digest, and does not come at all for whoever wants none', async () => {
    await prefer(true, 'daily');
    await aReminder('2026-06-01');
    await run('2026-06-01T07:45:00Z');
    await aReminder('2026-06-01', { title: 'Tyres' });
    await run('2026-06-01T08:00:00Z');
    await aReminder('2026-06-01', { title: 'Wash' });
    await run('2026-06-01T09:00:00Z');
    expect(mails.map(({ subject }) => subject)).toEqual(['2 reminders for your vehicles']);
    await run('2026-06-02T08:00:00Z');
    expect(mails).toHaveLength(2);
    await prefer(false, 'daily');
    await aReminder('2026-06-03', { title: 'Wax' });
    await run('2026-06-03T08:00:00Z');
    expect(mails).toHaveLength(2);
  });
});

describe('nobody is told', () => {
  it.each(['sold', 'archived', 'transferred'] as const)('of a vehicle that is %s', async (type) => {
    await aReminder('2026-06-01');
    await append(anEvent(type, tenant, vehicle, { date: '2026-05-01' }));
    await run('2026-06-02T10:00:00Z');
    expect(await told()).toEqual([]);
  });

  it('of a vehicle that is deleted', async () => {
    await aReminder('2026-06-01');
    await admin(sql`UPDATE app.vehicles SET deleted_at = now() WHERE id = ${vehicle}`);
    await run('2026-06-02T10:00:00Z');
    expect(await told()).toEqual([]);
  });

  it('who only looks, or drives another vehicle; whoever drives this one is', async () => {
    await aReminder('2026-06-01');
    const driver = await aMember('driver');
    for (const role of ['viewer', 'driver', 'maintainer']) await aMember(role);
    await drives(driver);
    await run('2026-06-01T10:00:00Z');
    const people = (await told()).filter(({ channel }) => channel === 'app').map(({ userId }) => userId);
    expect(people.toSorted()).toEqual([tenant.userId, driver].toSorted());
  });
});
