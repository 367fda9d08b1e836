import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Problem } from '@odolog/problems';
import { PgBoss } from 'pg-boss';
import { type Resources, RESOURCES } from '../resources.js';
import { jobsDatabase } from './jobs-database.js';

/** Asks the workers for a job. Sends only: looking after the queue is theirs. */
@Injectable()
export class JobSender implements OnModuleDestroy {
  private boss: Promise<PgBoss> | undefined;

  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  /**
   * @param once what may wait only once at a time
   * @returns the job's id; null when the same is waiting already
   * @throws Problem `unavailable`
   */
  async send(name: string, { payload, once }: { payload: object; once: string }): Promise<string | null> {
    const boss = await this.open();
    return boss.send(name, payload, { singletonKey: once, singletonSeconds: 1 });
  }

  async onModuleDestroy(): Promise<void> {
    const boss = await this.boss?.catch(() => undefined);
    await boss?.stop({ graceful: false });
  }

  private open(): Promise<PgBoss> {
    const pool = jobsDatabase(this.resources);
    this.boss ??= started(pool).catch((error: unknown) => {
      this.boss = undefined;
      this.resources.log.warn({ err: error }, 'the job queue does not take jobs');
      throw new Problem('unavailable', { detail: 'The job queue does not answer' });
    });
    return this.boss;
  }
}

async function started(pool: ReturnType<typeof jobsDatabase>): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    createSchema: false,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  return boss.start();
}
