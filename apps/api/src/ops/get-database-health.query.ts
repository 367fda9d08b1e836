import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Resources, RESOURCES } from '../resources.js';
import { jobsDatabase, rowsOf } from './jobs-database.js';
import type { DatabaseHealth } from './operations.contract.js';

const shownRelations = 12;

interface Figures {
  readonly version: string;
  readonly bytes: number;
  readonly used: number;
  readonly most: number;
  readonly cacheHitPercent: number | null;
  readonly deadlocks: number;
}
type Relation = Omit<DatabaseHealth['relations'][number], 'lastVacuumAt' | 'lastAnalyzeAt'> & {
  readonly vacuumed: Date | null;
  readonly analyzed: Date | null;
};

export class GetDatabaseHealth extends Query<DatabaseHealth> {}

@QueryHandler(GetDatabaseHealth)
export class GetDatabaseHealthHandler implements IQueryHandler<GetDatabaseHealth> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<DatabaseHealth> {
    const pool = jobsDatabase(this.resources);
    const [figures] = await rowsOf<Figures>(pool, databaseFigures);
    const relations = await rowsOf<Relation>(pool, largestRelations);
    const { used, most, ...rest } = figures!;
    return {
      ...rest,
      connections: { used, most },
      relations: relations.map(({ vacuumed, analyzed, ...relation }) => ({
        ...relation,
        lastVacuumAt: vacuumed?.toISOString() ?? null,
        lastAnalyzeAt: analyzed?.toISOString() ?? null,
      })),
    };
  }
}

const databaseFigures = `
  SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS bytes,
         (SELECT sum(numbackends)::int FROM pg_stat_database) AS used, current_setting('max_connections')::int AS most,
         round(100.0 * d.blks_hit / NULLIF(d.blks_hit + d.blks_read, 0), 2)::float8 AS "cacheHitPercent",
         d.deadlocks::int AS deadlocks
    FROM pg_stat_database d WHERE d.datname = current_database()`;

const largestRelations = `
  SELECT schema, relation, live_rows::float8 AS "liveRows", dead_rows::float8 AS "deadRows", bytes::float8 AS bytes,
         GREATEST(last_vacuum, last_autovacuum) AS vacuumed, GREATEST(last_analyze, last_autoanalyze) AS analyzed
    FROM private.db_health_stats ORDER BY bytes DESC, relation LIMIT ${shownRelations}`;
