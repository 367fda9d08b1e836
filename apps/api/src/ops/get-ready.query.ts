import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Answer } from '../http/answer.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Readiness } from './ops.contract.js';
import {
  cachePart,
  databasePart,
  jobsPart,
  migrationsPart,
  projectorsPart,
  signingPart,
} from './readiness-parts.js';

export class GetReady extends Query<Answer<Readiness>> {}

/** Everything that a request needs, each asked by itself; 503 with what does not answer. */
@QueryHandler(GetReady)
export class GetReadyHandler implements IQueryHandler<GetReady> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute(): Promise<Answer<Readiness>> {
    const [database, migrations, jobs, cache, projectors, signing] = await Promise.all([
      databasePart(this.resources),
      migrationsPart(this.resources),
      jobsPart(this.resources),
      cachePart(this.resources),
      projectorsPart(this.resources),
      signingPart(this.resources),
    ]);
    const parts = { database, migrations, jobs, cache, projectors, signing };
    const isReady = Object.values(parts).every(({ ok }) => ok);
    return new Answer(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not-ready', parts });
  }
}
