import type { Mail } from '@odolog/mail';
import { anEvent, atAStore, type TestTenant } from '@odolog/testing';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluateReminders } from '../src/jobs/evaluate-reminders.job.js';
import { JobQueue } from '../src/jobs/job-queue.js';
import type { JobContext } from '../src/jobs/job.js';

/** The clock is moved over the edges of the calendar, with two workers at every tick of the job's schedule. */
const on = atAStore();
let tenant: TestTenant;
let vehicle: string;
let mails: { readonly at: string; readonly mail: Mail }[];
beforeEach(async () => {
  // the job looks at every tenant there is: nobody but this one
  await admin(sql`
    BEGIN; SET LOCAL session_replication_role = 'replica';
    TRUNCATE app.notifications, app.mails; DELETE FROM app.tenant_heads; COMMIT`);
  tenant = await on.aTenant();
  vehicle = await on.aVehicle(tenant);
  mails = [];
});

const admin = (statement: ReturnType<typeof sql>) => statement.execute(on.database.admin().kysely);

async function livesIn(timeZone: string) {
  await admin(sql`UPDATE app.vehicles SET time_zone = ${timeZone} WHERE id = ${vehicle}`);
  await admin(sql`UPDATE app.profiles SET time_zone = ${timeZone} WHERE user_id = ${tenant.userId}`);
}

async function aReminder(dueDate: string, data: object = {}, date = '2024-01-01') {
  const outcome = await on.store.append(
    anEvent('reminder', tenant, vehicle, {
      date,
      data: { title: 'Inspection', dueDate, soon: { days: 0 }, ...data },
    }),
  );
  expect(outcome).toMatchObject({ status: 'appended' });
  await on.fold();
}

/** A worker knows nothing of an earlier run: each of these was just started. */
const aWorker = (at: string): JobContext => ({
  jobs: on.database.as('odolog_jobs'),
  worker: on.worker(),
  log: pino({ level: 'silent' }),
  now: () => new Date(at),
  mailer: { mode: 'smtp', send: async (mail) => void mails.push({ at, mail }) },
  publicUrl: 'https://odolog.example',
});

const quarterMs = 900_000;

/** Runs the job at the quarters of an hour between two instants, and by two workers at once where something is to happen. */
async function runFrom(from: string, until: string, timeZone = 'Europe/Berlin'): Promise<void> {
  for (let at = Date.parse(from); at < Date.parse(until); at += quarterMs) {
    const instant = new Date(at).toISOString();
    const clock = wall(instant, timeZone).slice(11);
    if (!isTick(clock)) continue;
    const workers = happens.has(clock) ? [aWorker(instant), aWorker(instant)] : [aWorker(instant)];
    const reports = await Promise.all(workers.map((context) => evaluateReminders.run(context, {})));
    expect(reports).toMatchObject(workers.map(() => ({ failed: 0 })));
  }
}

const happens = new Set(['00:00', '02:30', '03:00', '07:00', '08:00']);
/** Every hour of the night and the morning, some of the day, and the quarters around midnight and of somebody's choice. */
const isTick = (clock: string) => /^(0\d|10|12|15|18|21|23):00$|^(23:45|00:15|02:30|06:30)$/.test(clock);

/** The wall clock of a place. */
function wall(instant: Date | string, timeZone: string): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return shown.format(new Date(instant));
}

async function told(channel: 'app' | 'mail') {
  const { rows } = await sql<{ state: string; createdAt: Date }>`
    SELECT state, created_at FROM app.notifications
     WHERE tenant_id = ${tenant.tenantId} AND channel = ${channel} ORDER BY created_at`.execute(
    on.database.admin().kysely,
  );
  return rows;
}

describe('a reminder fires once, with the first tick of its own day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 'the clocks go forward'],
    ['Europe/Berlin', '2026-10-25', 'the clocks go back'],
    ['Asia/Kathmandu', '2028-02-29', 'a leap day, a quarter off'],
  ])('%s, %s: %s', { timeout: 60_000 }, firesOnItsDay);

  it.each([
    ['Africa/Cairo', '2026-04-24', 'midnight itself is left out'],
    ['America/Havana', '2026-11-01', 'the hour after midnight comes twice'],
    ['America/St_Johns', '2026-03-08', 'half an hour off, forward'],
    ['America/St_Johns', '2026-11-01', 'half an hour off, back'],
    ['Australia/Lord_Howe', '2026-10-04', 'forward by half an hour'],
    ['Australia/Lord_Howe', '2026-04-05', 'back by half an hour'],
    ['Pacific/Kiritimati', '2027-01-01', 'New Year, where it comes first'],
  ])('%s, %s: %s', { timeout: 60_000, tags: ['thorough'] }, firesOnItsDay);

  async function firesOnItsDay(timeZone: string, day: string): Promise<void> {
    await livesIn(timeZone);
    await aReminder(day);
    const noonMs = Date.parse(`${day}T12:00:00Z`);
    const hours = (count: number) => new Date(noonMs + count * 3_600_000).toISOString();
    await runFrom(hours(-27), hours(26), timeZone);

    for (const channel of ['app', 'mail'] as const) {
      const [due, overdue, ...more] = await told(channel);
      expect([due?.state, overdue?.state, more]).toEqual(['due', 'overdue', []]);
      const tick = ({ createdAt }: { createdAt: Date }) => ({
        on: wall(createdAt, timeZone).slice(0, 10),
        before: wall(new Date(createdAt.getTime() - quarterMs), timeZone).slice(0, 10),
      });
      expect(tick(due!)).toEqual({ on: day, before: dayAfter(day, -1) });
      expect(tick(overdue!)).toEqual({ on: dayAfter(day, 1), before: day });
    }
    // by mail at the end of the night, once each
    expect(mails.map(({ at }) => wall(at, timeZone))).toEqual([`${day} 07:00`, `${dayAfter(day, 1)} 07:00`]);
  }

  it('keeps its day of the month over a leap February', async () => {
    await livesIn('Europe/Berlin');
    await aReminder('2028-01-31', { every: { months: 1 }, anchor: 'schedule', serviceKind: 'inspection' });
    await on.store.append(
      anEvent('maintenance', tenant, vehicle, {
        date: '2028-01-31',
        data: { items: [{ kind: 'inspection' }] },
      }),
    );
    await on.fold();
    await runFrom('2028-02-28T22:00:00Z', '2028-02-29T01:00:00Z');
    expect(
      (await told('app')).map(({ state, createdAt }) => [state, wall(createdAt, 'Europe/Berlin')]),
    ).toEqual([['due', '2028-02-29 00:00']]);
  });
});

describe('run by pg-boss, by two workers that have just started, it fires once on its own day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 'the clocks go forward'],
    ['Asia/Kathmandu', '2028-02-29', 'a leap day'],
    ['Pacific/Auckland', '2027-01-01', 'New Year'],
  ])(
    '%s, %s: %s',
    async (timeZone, day) => {
      await livesIn(timeZone);
      await aReminder(day);
      const midnightMs = firstQuarterOf(day, timeZone);
      await startWorkersAt(midnightMs - quarterMs);
      expect(await told('app')).toEqual([]);
      await startWorkersAt(midnightMs);
      expect(await told('app')).toEqual([{ state: 'due', createdAt: new Date(midnightMs) }]);
    },
    30_000,
  );

  async function startWorkersAt(instantMs: number): Promise<void> {
    const context = aWorker(new Date(instantMs).toISOString());
    const queues = [1, 2].map(
      () => new JobQueue(on.database.url('odolog_jobs'), [evaluateReminders], context),
    );
    await Promise.all(queues.map((queue) => queue.start()));
    await expect.poll(jobStates, { timeout: 15_000 }).toEqual(['completed']);
    await Promise.all(queues.map((queue) => queue.stop()));
  }

  async function jobStates(): Promise<string[]> {
    const { rows } = await sql<{ state: string }>`
      SELECT DISTINCT state FROM pgboss.job WHERE name = ${evaluateReminders.name}`.execute(
      on.database.as('odolog_jobs').kysely,
    );
    return rows.map(({ state }) => state);
  }
});

function firstQuarterOf(day: string, timeZone: string): number {
  let at = Date.parse(`${day}T12:00:00Z`) - 27 * 3_600_000;
  while (wall(new Date(at), timeZone).slice(0, 10) < day) at += quarterMs;
  return at;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('mail keeps to the wishes of a person, by the clock on their wall', () => {
  const prefer = (wishes: { digest: string; at?: number; quiet?: readonly [from: number, until: number] }) =>
    admin(sql`
      INSERT INTO app.notification_preferences (tenant_id, user_id, mail, digest, digest_at_min, quiet_from_min, quiet_until_min)
      VALUES (${tenant.tenantId}, ${tenant.userId}, true, ${wishes.digest}, ${wishes.at ?? 420},
              ${wishes.quiet?.[0] ?? null}, ${wishes.quiet?.[1] ?? null})`);
  const mailedAt = () => mails.map(({ at }) => wall(at, 'Europe/Berlin'));
  beforeEach(() => livesIn('Europe/Berlin'));

  it('a digest at a time that the clocks leave out comes with the next tick', async () => {
    await prefer({ digest: 'daily', at: 150 });
    await aReminder('2026-03-29');
    await runFrom('2026-03-28T22:45:00Z', '2026-03-29T03:00:00Z');
    expect(mailedAt()).toEqual(['2026-03-29 03:00']);
  });

  it('a digest at a time that comes twice comes once', async () => {
    await prefer({ digest: 'daily', at: 150 });
    await aReminder('2026-10-25');
    await runFrom('2026-10-24T22:00:00Z', '2026-10-25T03:00:00Z');
    expect(mailedAt()).toEqual(['2026-10-25 02:30']);
    expect(mails[0]?.at).toBe('2026-10-25T00:30:00.000Z');
  });

  it('a weekly digest comes on Monday, and tells what has become due since, in one message', async () => {
    await prefer({ digest: 'weekly', at: 480 });
    await aReminder('2026-06-06');
    await aReminder('2026-06-07', { title: 'Tyres' });
    await runFrom('2026-06-05T21:00:00Z', '2026-06-09T08:00:00Z');
    expect(mailedAt()).toEqual(['2026-06-08 08:00']);
    expect(mails[0]?.mail.subject).toBe('2 reminders for your vehicles');
  }, 60_000);

  it('a weekly digest whose Monday the worker was down comes when it is up again, not a week late', async () => {
    await prefer({ digest: 'weekly', at: 480 });
    await aReminder('2026-06-06');
    await runFrom('2026-06-06T10:00:00Z', '2026-06-06T10:30:00Z');
    await runFrom('2026-06-09T13:00:00Z', '2026-06-09T14:00:00Z');
    expect(mailedAt()).toEqual(['2026-06-09 15:00']);
  });

  it(
    'a weekly digest comes late also with what became due while the worker was down, and not by night',
    { tags: ['thorough'] },
    async () => {
      await prefer({ digest: 'weekly', at: 480, quiet: [1320, 420] });
      await aReminder('2026-06-06');
      await runFrom('2026-06-01T10:00:00Z', '2026-06-01T10:30:00Z');
      await runFrom('2026-06-08T22:00:00Z', '2026-06-10T12:00:00Z');
      expect(mailedAt()).toEqual(['2026-06-09 07:00']);
    },
  );

  it(
    'a weekly digest is not brought forward by what became due since, nor by what was set since',
    { tags: ['thorough'] },
    async () => {
      await prefer({ digest: 'weekly', at: 480 });
      await aReminder('2026-06-09');
      await aReminder('2026-06-06', {}, '2026-06-08');
      await runFrom('2026-06-09T10:00:00Z', '2026-06-10T12:00:00Z');
      expect(mailedAt()).toEqual([]);
    },
  );

  it('quiet hours within a day and over midnight are kept, and nobody’s mail is lost in them', async () => {
    await prefer({ digest: 'none', quiet: [0, 600] });
    await aReminder('2026-06-03');
    await runFrom('2026-06-02T21:00:00Z', '2026-06-03T12:00:00Z');
    expect(mailedAt()).toEqual(['2026-06-03 10:00']);
    mails = [];
    await admin(sql`UPDATE app.notification_preferences SET quiet_from_min = 1380, quiet_until_min = 390`);
    await runFrom('2026-06-03T21:00:00Z', '2026-06-04T06:00:00Z');
    expect(mailedAt()).toEqual(['2026-06-04 06:30']);
  });
});
