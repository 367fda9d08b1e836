import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { projectionCounts } from '@odolog/read-models';
import { type Resources, RESOURCES } from '../resources.js';
import type { Projectors } from './operations.contract.js';

export class GetProjectors extends Query<Projectors> {}

/** Counts only: which events of which tenants a projector stands before is for the log. */
@QueryHandler(GetProjectors)
export class GetProjectorsHandler implements IQueryHandler<GetProjectors> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<Projectors> {
    const { workers, projectors } = await projectionCounts(this.resources.db);
    return {
      workers: workers.map(({ workerId, startedAt, beatAt }) => ({
        id: workerId,
        startedAt: startedAt.toISOString(),
        beatAt: beatAt.toISOString(),
      })),
      items: projectors,
    };
  }
}
