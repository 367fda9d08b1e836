import { PgBoss } from 'pg-boss';
import { Check } from 'typebox/value';
import type { Job, JobContext } from './job.js';

const longestStopMs = 4000;
const longestRetryMs = 5000;

/** Runs jobs by their schedules, through pg-boss: whichever worker is free takes one, and nobody else. */
export class JobQueue {
  private readonly boss: PgBoss;
  private stopped = false;

  constructor(
    connectionString: string,
    private readonly jobs: readonly Job[],
    private readonly context: JobContext,
  ) {
    this.boss = new PgBoss({
      connectionString,
      schema: 'pgboss',
      // The schema belongs to this role by a migration; it has no right to make one.
      createSchema: false,
      application_name: 'odolog-worker-jobs',
      max: 3,
    });
    // It polls on by itself when the database is back.
    this.boss.on('error', (error) => context.log.debug({ err: error }, 'the job queue met an error'));
  }

  /** Tries until the database answers: projections do not wait for jobs, nor jobs for projections. */
  async start(): Promise<void> {
    for (let retryMs = 100; !this.stopped; retryMs = Math.min(retryMs * 2, longestRetryMs)) {
      try {
        await this.boss.start();
        for (const job of this.jobs) await this.enter(job);
        // Tables that the queue has just made or changed have no row-level security yet.
        await this.boss.getDb().executeSql('SELECT private.close_queue()');
        for (const { name, atStart } of this.jobs) if (atStart) await this.boss.send(name, {});
        // Last, where nothing can fail any more: whoever begins twice to work takes two jobs of a kind at a time.
        for (const job of this.jobs) await this.work(job);
        return;
      } catch (error) {
        this.context.log.warn({ err: error }, 'the job queue cannot start yet');
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.boss.stop({ graceful: true, timeout: longestStopMs });
  }

  private async enter(job: Job): Promise<void> {
    await this.boss.createQueue(job.name, { retryLimit: 3, retryBackoff: true });
    if (job.schedule) await this.boss.schedule(job.name, job.schedule, {}, { tz: 'UTC' });
  }

  private async work(job: Job): Promise<void> {
    await this.boss.work<object>(job.name, async (batch) => {
      let result: object = {};
      for (const { data } of batch) result = await this.run(job, data ?? {});
      return result;
    });
  }

  private async run(job: Job, payload: object): Promise<object> {
    if (!Check(job.payload, payload)) throw new TypeError(`${job.name} does not take this payload`);
    const startedAt = performance.now();
    const result = await job.run(this.context, payload);
    this.context.log.info(
      { job: job.name, tookMs: Math.round(performance.now() - startedAt), result },
      'job done',
    );
    return result;
  }
}
