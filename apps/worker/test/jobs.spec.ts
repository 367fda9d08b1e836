import { forTenant } from '@odolog/db';
import { projectorPositions } from '@odolog/read-models';
import { aReading, atAStore } from '@odolog/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import Type from 'typebox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensurePartitions } from '../src/jobs/ensure-partitions.job.js';
import { defineJob, type JobContext } from '../src/jobs/job.js';
import { JobQueue } from '../src/jobs/job-queue.js';
import { jobs } from '../src/jobs/jobs.js';
import { refreshFeed } from '../src/jobs/refresh-timeline-feed.job.js';

const on = atAStore();

const context = (now = () => new Date(), log: JobContext['log'] = pino({ level: 'silent' })): JobContext => ({
  jobs: on.database.as('odolog_jobs'),
  worker: on.worker(),
  log,
  now,
  mailer: { mode: 'outbox', send: async () => undefined },
  publicUrl: 'http://localhost:3000',
});

/** As whoever asks for a job. */
const aBoss = () =>
  new PgBoss({
    connectionString: on.database.url('odolog_jobs'),
    schema: 'pgboss',
    createSchema: false,
  }).start();

describe('the jobs', () => {
  it('make the partitions of the years ahead of a clock past New Year, once', async () => {
    const year = new Date().getUTCFullYear() + 4;
    const pastNewYear = context(() => new Date(Date.UTC(year, 0, 1, 0, 0, 1)));
    expect(await ensurePartitions.run(pastNewYear, {})).toEqual({ made: [year, year + 1, year + 2] });
    expect(await ensurePartitions.run(pastNewYear, {})).toEqual({ made: [] });

    const tenant = await on.aTenant();
    const vehicle = await on.aVehicle(tenant);
    const onNewYear = aReading(tenant, vehicle, { km: 5, date: `${year}-01-01` });
    expect(await on.store.append(onNewYear)).toMatchObject({ status: 'appended' });
  });

  it('make in December what is wanted from New Year on', async () => {
    const year = new Date().getUTCFullYear() + 7;
    const inDecember = context(() => new Date(Date.UTC(year, 11, 1, 3, 30)));
    expect(await ensurePartitions.run(inDecember, {})).toEqual({
      made: [year, year + 1, year + 2, year + 3],
    });
  });

  it('refresh the feed only when something changed', async () => {
    const tenant = await on.aTenant();
    const vehicle = await on.aVehicle(tenant);
    await on.store.append(aReading(tenant, vehicle, { km: 5 }));
    await on.fold();
    expect(await refreshFeed.run(context(), {})).toMatchObject({ refreshed: true });
    expect(await refreshFeed.run(context(), {})).toEqual({ refreshed: false });
  });

  it('are all queued, scheduled and run through pg-boss by a role that owns nothing but its schema', async () => {
    const queue = new JobQueue(on.database.url('odolog_jobs'), jobs, context());
    await queue.start();
    const read = (statement: ReturnType<typeof sql>) =>
      statement.execute(on.database.as('odolog_jobs').kysely);
    expect((await read(sql`SELECT name, cron FROM pgboss.schedule ORDER BY name`)).rows).toEqual([
      { name: 'ensure-partitions', cron: '30 3 1 * *' },
      { name: 'evaluate-reminders', cron: '*/15 * * * *' },
      { name: 'reconcile-timeline-feed', cron: '17 * * * *' },
      { name: 'refresh-timeline-feed', cron: '*/5 * * * *' },
      { name: 'verify-chains', cron: '41 2 * * *' },
    ]);
    await expect
      .poll(
        async () =>
          (await read(sql`SELECT name, state FROM pgboss.job WHERE name = 'ensure-partitions'`)).rows,
        {
          timeout: 15_000,
        },
      )
      .toEqual([{ name: 'ensure-partitions', state: 'completed' }]);
    await queue.stop();
    const open = await read(sql`SELECT relname FROM pg_class WHERE relnamespace = 'pgboss'::regnamespace
      AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)`);
    expect(open.rows).toEqual([]);
  });

  it('rebuild a model when they are asked to, and do not take what is no projector', async () => {
    const tenant = await on.aTenant();
    const vehicle = await on.aVehicle(tenant);
    await on.store.append(aReading(tenant, vehicle, { km: 5 }));
    await on.fold();
    const queue = new JobQueue(on.database.url('odolog_jobs'), jobs, context());
    await queue.start();
    const boss = await aBoss();
    const send = async (projector: string) => {
      const id = await boss.send(
        'rebuild-projector',
        { projector, tenantId: tenant.tenantId },
        { retryLimit: 0 },
      );
      const state = async () => (await boss.findJobs('rebuild-projector', { id: id! }))[0]?.state;
      await expect.poll(state, { timeout: 15_000 }).toMatch(/completed|failed/);
      return state();
    };
    expect(await send('odometer-readings')).toBe('completed');
    expect(await send('horoscopes')).toBe('failed');
    await Promise.all([queue.stop(), boss.stop()]);

    const [rebuilding] = await forTenant(on.api(), tenant.tenantId, async (trx) =>
      (await projectorPositions(trx)).filter(({ rebuild }) => rebuild),
    );
    expect(rebuilding).toMatchObject({
      projector: 'odometer-readings',
      position: 1,
      rebuild: { position: 0 },
    });
  });

  it(
    'run one after the other also where the queue could not be closed at once',
    { tags: ['thorough'] },
    async () => {
      const started: string[] = [];
      let end = (): void => undefined;
      const ended = new Promise<object>((resolve) => (end = () => resolve({})));
      const long = defineJob({
        name: 'long',
        title: 'Goes on until it is ended',
        payload: Type.Object({ which: Type.String() }),
        run: (_, { which }) => (started.push(which), ended),
      });
      let beginnings = 0;
      const atStart = defineJob({
        name: 'at-start',
        title: 'Is done when a worker starts',
        payload: Type.Object({}),
        atStart: true,
        run: () => Promise.resolve({ beginnings: ++beginnings }),
      });
      const refusals: string[] = [];
      const log = pino({ level: 'warn' }, { write: (line) => void refusals.push(line) });
      const queue = new JobQueue(on.database.url('odolog_jobs'), [long, atStart], context(undefined, log));
      const admin = on.database.admin().pool;
      onTestFinished(async () => {
        await admin.query('GRANT EXECUTE ON FUNCTION private.close_queue() TO odolog_jobs');
        await queue.stop();
      });
      await admin.query('REVOKE EXECUTE ON FUNCTION private.close_queue() FROM odolog_jobs');
      const starting = queue.start();
      await expect.poll(() => refusals.length).toBeGreaterThan(1);
      expect(refusals[0]).toContain('permission denied');
      await admin.query('GRANT EXECUTE ON FUNCTION private.close_queue() TO odolog_jobs');
      await starting;

      const boss = await aBoss();
      onTestFinished(() => boss.stop());
      await boss.send('long', { which: 'first' });
      await boss.send('long', { which: 'second' });
      await expect.poll(() => started).toEqual(['first']);
      // A queue is left alone for two seconds before it is asked for the next job.
      await wait(2500);
      expect(started).toEqual(['first']);
      expect(beginnings).toBe(1);
      end();
      await expect.poll(() => started).toEqual(['first', 'second']);
    },
  );
});
