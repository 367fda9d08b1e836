import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Resources, RESOURCES } from '../resources.js';
import { jobsDatabase, rowsOf } from './jobs-database.js';
import type { MaterializedViews } from './operations.contract.js';

type View = MaterializedViews['items'][number];

export class GetMaterializedViews extends Query<MaterializedViews> {}

@QueryHandler(GetMaterializedViews)
export class GetMaterializedViewsHandler implements IQueryHandler<GetMaterializedViews> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<MaterializedViews> {
    const rows = await rowsOf<Omit<View, 'refreshedAt'> & { refreshedAt: Date }>(
      jobsDatabase(this.resources),
      `SELECT view, ended_at AS "refreshedAt", round(extract(epoch FROM took) * 1000)::int AS "tookMs",
              round(extract(epoch FROM age))::int AS "ageSeconds", rows::float8 AS rows, position::float8 AS position
         FROM private.mv_freshness ORDER BY view`,
    );
    return { items: rows.map((row) => ({ ...row, refreshedAt: row.refreshedAt.toISOString() })) };
  }
}
