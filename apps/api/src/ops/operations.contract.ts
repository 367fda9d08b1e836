import Type, { type Static } from 'typebox';
import { route } from '../http/contract.js';
import { Instant, Integer, named, nullable, Position, Uuid } from '../http/schema.js';

const Partition = Type.Object({
  year: Integer,
  partition: nullable(Type.String()),
  covered: Type.Boolean({ description: 'False: events of this year could not be stored' }),
  estimatedRows: Integer,
  bytes: Integer,
});
const Partitions = named(
  'Partitions',
  Type.Object({ items: Type.Array(Partition), estimatedRows: Integer, missing: Type.Array(Integer) }),
);
export type Partitions = Static<typeof Partitions>;

const MaterializedViews = named(
  'MaterializedViews',
  Type.Object({
    items: Type.Array(
      Type.Object({
        view: Type.String(),
        refreshedAt: Instant,
        tookMs: Integer,
        ageSeconds: Integer,
        rows: Integer,
        position: Position,
      }),
    ),
  }),
);
export type MaterializedViews = Static<typeof MaterializedViews>;

const Projectors = named(
  'Projectors',
  Type.Object({
    workers: Type.Array(Type.Object({ id: Uuid, startedAt: Instant, beatAt: Instant })),
    items: Type.Array(
      Type.Object({
        projector: Type.String(),
        tenants: Integer,
        lagging: Type.Integer({ description: 'Tenants in which it is behind' }),
        maxLag: Type.Integer({ description: 'Events that it is behind by at most' }),
        failing: Type.Integer({ description: 'Tenants in which it stands still before an event' }),
      }),
    ),
  }),
);
export type Projectors = Static<typeof Projectors>;

const JobState = Type.Enum(['created', 'retry', 'active', 'completed', 'cancelled', 'failed']);
const Jobs = named(
  'Jobs',
  Type.Object({
    items: Type.Array(
      Type.Object({
        name: Type.String(),
        schedule: nullable(Type.String({ description: 'Cron, in UTC' })),
        runnable: Type.Boolean({ description: 'May be run by hand: it needs to be told nothing' }),
        waiting: Integer,
        active: Integer,
        failed: Integer,
        last: nullable(
          Type.Object({
            state: JobState,
            createdAt: Instant,
            startedAt: nullable(Instant),
            completedAt: nullable(Instant),
          }),
        ),
      }),
    ),
  }),
);
export type Jobs = Static<typeof Jobs>;

const DatabaseHealth = named(
  'DatabaseHealth',
  Type.Object({
    version: Type.String(),
    bytes: Integer,
    connections: Type.Object({ used: Integer, most: Integer }),
    cacheHitPercent: nullable(Type.Number()),
    deadlocks: Integer,
    relations: Type.Array(
      Type.Object({
        schema: Type.String(),
        relation: Type.String(),
        liveRows: Integer,
        deadRows: Integer,
        bytes: Integer,
        lastVacuumAt: nullable(Instant),
        lastAnalyzeAt: nullable(Instant),
      }),
    ),
  }),
);
export type DatabaseHealth = Static<typeof DatabaseHealth>;

const Requested = named(
  'RequestedJob',
  Type.Object({ jobId: nullable(Type.String({ description: 'Null: the same is waiting already' })) }),
);
export type Requested = Static<typeof Requested>;

const tag = 'Operation';
const read = { method: 'GET', tag, access: 'ops.read', problems: ['unavailable'] } as const;
const run = { method: 'POST', tag, access: 'ops.run', problems: ['not-found', 'unavailable'] } as const;
const name = Type.String({ minLength: 1, maxLength: 100 });

export const getPartitions = route({
  ...read,
  path: '/v1/ops/partitions',
  operation: 'getPartitions',
  summary: 'Partitions of the events by year, and the years that lack one',
  answers: { 200: Partitions },
});
export const getMaterializedViews = route({
  ...read,
  path: '/v1/ops/materialized-views',
  operation: 'getMaterializedViews',
  summary: 'When each materialized view was refreshed, and how long that took',
  answers: { 200: MaterializedViews },
});
export const getProjectors = route({
  ...read,
  path: '/v1/ops/projectors',
  operation: 'getProjectors',
  summary: 'Workers that are alive, and how far each projector is behind',
  answers: { 200: Projectors },
});
export const getJobs = route({
  ...read,
  path: '/v1/ops/jobs',
  operation: 'getJobs',
  summary: 'Jobs with their schedules and how they last went',
  answers: { 200: Jobs },
});
export const getDatabaseHealth = route({
  ...read,
  path: '/v1/ops/database',
  operation: 'getDatabaseHealth',
  summary: 'Size, connections and cache of the database, and its largest tables',
  answers: { 200: DatabaseHealth },
});
export const runJob = route({
  ...run,
  path: '/v1/ops/jobs/:jobName/run',
  operation: 'runJob',
  summary: 'Run a scheduled job now',
  params: Type.Object({ jobName: name }),
  answers: { 202: Requested },
});
export const rebuildProjector = route({
  ...run,
  path: '/v1/ops/projectors/:projectorName/rebuild',
  operation: 'rebuildProjector',
  summary: "Fold one of the tenant's read models anew, beside the one that readers see",
  params: Type.Object({ projectorName: name }),
  answers: { 202: Requested },
});
