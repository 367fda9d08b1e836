import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { GetDatabaseHealth } from './get-database-health.query.js';
import { GetJobs } from './get-jobs.query.js';
import { GetMaterializedViews } from './get-materialized-views.query.js';
import { GetPartitions } from './get-partitions.query.js';
import { GetProjectors } from './get-projectors.query.js';
import * as contract from './operations.contract.js';
import { RebuildProjector } from './rebuild-projector.command.js';
import { RunJob } from './run-job.command.js';

@Controller()
export class OperationsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
  ) {}

  @Route(contract.getPartitions)
  partitions() {
    return this.queries.execute(new GetPartitions());
  }

  @Route(contract.getMaterializedViews)
  materializedViews() {
    return this.queries.execute(new GetMaterializedViews());
  }

  @Route(contract.getProjectors)
  projectors() {
    return this.queries.execute(new GetProjectors());
  }

  @Route(contract.getJobs)
  jobs() {
    return this.queries.execute(new GetJobs());
  }

  @Route(contract.getDatabaseHealth)
  database() {
    return this.queries.execute(new GetDatabaseHealth());
  }

  @Route(contract.runJob)
  run(@Call() call: CallOf<typeof contract.runJob>) {
    return this.commands.execute(new RunJob(call));
  }

  @Route(contract.rebuildProjector)
  rebuild(@Call() call: CallOf<typeof contract.rebuildProjector>) {
    return this.commands.execute(new RebuildProjector(call));
  }
}
