import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Resources, RESOURCES } from '../resources.js';
import { jobsDatabase, rowsOf } from './jobs-database.js';
import type { Partitions } from './operations.contract.js';

export class GetPartitions extends Query<Partitions> {}

@QueryHandler(GetPartitions)
export class GetPartitionsHandler implements IQueryHandler<GetPartitions> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<Partitions> {
    const items = await rowsOf<Partitions['items'][number]>(
      jobsDatabase(this.resources),
      `SELECT year, partition, covered, estimated_rows::float8 AS "estimatedRows", bytes::float8 AS bytes
         FROM private.partition_coverage`,
    );
    return {
      items,
      estimatedRows: items.reduce((sum, { estimatedRows }) => sum + estimatedRows, 0),
      missing: items.filter(({ covered }) => !covered).map(({ year }) => year),
    };
  }
}
