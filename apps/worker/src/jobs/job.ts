import type { Database } from '@odolog/db';
import type { Mailer } from '@odolog/mail';
import type { Log } from '@odolog/log';
import type { Static, TObject } from 'typebox';

/** What jobs work with. */
export interface JobContext {
  /** As odolog_jobs: the maintenance functions. */
  readonly jobs: Database;
  /** As odolog_worker: one tenant's rows at a time. */
  readonly worker: Database;
  readonly log: Log;
  readonly now: () => Date;
  readonly mailer: Mailer;
  /** The public origin, for links in messages. */
  readonly publicUrl: string;
}

/** One piece of maintenance: run by its schedule, at the start of a worker, or by hand. */
export interface Job<Payload extends TObject = TObject> {
  /** Kebab-case; the name of its queue. */
  readonly name: string;
  readonly title: string;
  readonly payload: Payload;
  /** Cron, in UTC. Without one it runs when it is asked for. */
  readonly schedule?: string;
  readonly atStart?: boolean;
  /** What it returns is kept with the finished job. */
  readonly run: (context: JobContext, payload: Static<Payload>) => Promise<object>;
}

/** Keeps the payload's type. */
export function defineJob<Payload extends TObject>(job: Job<Payload>): Job<Payload> {
  return job;
}
