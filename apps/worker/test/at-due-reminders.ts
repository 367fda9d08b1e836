import { randomUUID } from 'node:crypto';
import { forTenant } from '@odolog/db';
import type { EventToAppend } from '@odolog/event-store';
import { MailNotSent, type Mail } from '@odolog/mail';
import { anEvent, atAStore, type TestTenant } from '@odolog/testing';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, expect } from 'vitest';
import { evaluateReminders } from '../src/jobs/evaluate-reminders.job.js';
import type { JobContext } from '../src/jobs/job.js';

/** A mail server that cannot be reached: nothing has gone out. */
export const unreachable: JobContext['mailer'] = {
  mode: 'smtp',
  send: () => Promise.reject(new MailNotSent('ECONNECTION', undefined, true)),
};

/** A store of the file's own and, before each of its tests, a household with one vehicle, of which nobody was told anything. */
export function atDueReminders() {
  const on = atAStore();
  let tenant: TestTenant;
  let vehicle: string;
  const mails: Mail[] = [];
  const admin = (statement: ReturnType<typeof sql>) => statement.execute(on.database.admin().kysely);
  beforeEach(async () => {
    await admin(sql`TRUNCATE app.notifications, app.mails; UPDATE app.vehicles SET deleted_at = now()`);
    tenant = await on.aTenant();
    vehicle = await on.aVehicle(tenant);
    mails.length = 0;
  });
  const append = async (event: EventToAppend) => {
    expect(await on.store.append(event)).toMatchObject({ status: 'appended' });
    await on.fold();
  };
  const told = async () => {
    const { rows } = await sql<{ state: string; channel: string; userId: string }>`
      SELECT state, channel, user_id FROM app.notifications
       WHERE tenant_id = ${tenant.tenantId} ORDER BY id`.execute(on.database.admin().kysely);
    return rows;
  };
  return {
    get tenant() {
      return tenant;
    },
    get vehicle() {
      return vehicle;
    },
    /** What arrived since the test began. */
    mails,
    admin,
    append,
    /** Due on that day and not announced before it. */
    aReminder: async (dueDate: string, data: object = {}) => {
      const reminder = anEvent('reminder', tenant, vehicle, {
        date: '2026-01-01',
        data: { title: 'Oil and filter', dueDate, soon: { days: 0 }, ...data },
      });
      await append(reminder);
      return reminder;
    },
    /** The job, at that instant. */
    run: (
      at: string,
      mailer: JobContext['mailer'] = { mode: 'smtp', send: async (mail) => void mails.push(mail) },
    ) =>
      evaluateReminders.run(
        {
          jobs: on.database.as('odolog_jobs'),
          worker: on.worker(),
          log: pino({ level: 'silent' }),
          now: () => new Date(at),
          mailer,
          publicUrl: 'https://odolog.example',
        },
        {},
      ),
    told,
    /** What the household was told by a channel, in the order in which it was. */
    states: async (channel = 'app') =>
      (await told()).filter((each) => each.channel === channel).map(({ state }) => state),
    inTenant: <Result>(work: Parameters<typeof forTenant<Result>>[2]) =>
      forTenant(on.worker(), tenant.tenantId, work),
    aMember: async (role: string): Promise<string> => {
      const id = randomUUID();
      await admin(sql`INSERT INTO app.profiles (user_id, email) VALUES (${id}, ${`${id}@example.org`})`);
      await admin(sql`
        INSERT INTO app.memberships (tenant_id, user_id, role) VALUES (${tenant.tenantId}, ${id}, ${role})`);
      return id;
    },
    drives: (userId: string) =>
      admin(sql`
        INSERT INTO app.vehicle_drivers (tenant_id, vehicle_id, user_id, created_by)
        VALUES (${tenant.tenantId}, ${vehicle}, ${userId}, ${tenant.userId})`),
  };
}
