import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Resources, RESOURCES } from '../resources.js';
import { jobsDatabase, rowsOf } from './jobs-database.js';
import type { Jobs } from './operations.contract.js';

interface Row {
  readonly name: string;
  readonly schedule: string | null;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  readonly state: NonNullable<Jobs['items'][number]['last']>['state'] | null;
  readonly created: Date;
  readonly started: Date | null;
  readonly completed: Date | null;
}

export class GetJobs extends Query<Jobs> {}

@QueryHandler(GetJobs)
export class GetJobsHandler implements IQueryHandler<GetJobs> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<Jobs> {
    const pool = jobsDatabase(this.resources);
    // The first worker makes the queue's tables: before that there are no jobs.
    const [queue] = await rowsOf<{ made: boolean }>(
      pool,
      `SELECT to_regclass('pgboss.queue') IS NOT NULL AS made`,
    );
    if (!queue?.made) return { items: [] };
    return { items: (await rowsOf<Row>(pool, jobRows)).map(jobOf) };
  }
}

// pg-boss keeps queues of its own; their names begin with two underscores.
const jobRows = `
  SELECT q.name, s.cron AS schedule, last.state::text AS state, last.created_on AS created, last.started_on AS started,
         last.completed_on AS completed, counts.waiting, counts.active, counts.failed
    FROM pgboss.queue q
    LEFT JOIN pgboss.schedule s ON s.name = q.name AND s.key = ''
    LEFT JOIN LATERAL (
      SELECT j.state, j.created_on, j.started_on, j.completed_on FROM pgboss.job j
       WHERE j.name = q.name ORDER BY j.created_on DESC LIMIT 1) last ON true
   CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
             count(*) FILTER (WHERE j.state = 'active')::int AS active,
             count(*) FILTER (WHERE j.state = 'failed')::int AS failed
        FROM pgboss.job j WHERE j.name = q.name) counts
   WHERE q.name NOT LIKE '\\_\\_%'
   ORDER BY q.name`;

function jobOf({ name, schedule, waiting, active, failed, ...last }: Row): Jobs['items'][number] {
  return {
    name,
    schedule,
    // What a schedule starts is told nothing either.
    runnable: schedule !== null,
    waiting,
    active,
    failed,
    last: last.state && {
      state: last.state,
      createdAt: last.created.toISOString(),
      startedAt: last.started?.toISOString() ?? null,
      completedAt: last.completed?.toISOString() ?? null,
    },
  };
}
