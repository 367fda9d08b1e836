import { Module } from '@nestjs/common';
import { GetDatabaseHealthHandler } from './get-database-health.query.js';
import { GetJobsHandler } from './get-jobs.query.js';
import { GetMaterializedViewsHandler } from './get-materialized-views.query.js';
import { GetPartitionsHandler } from './get-partitions.query.js';
import { GetProjectorsHandler } from './get-projectors.query.js';
import { GetReadyHandler } from './get-ready.query.js';
import { JobSender } from './job-sender.js';
import { OperationsController } from './operations.controller.js';
import { OpsController } from './ops.controller.js';
import { RebuildProjectorHandler } from './rebuild-projector.command.js';
import { RunJobHandler } from './run-job.command.js';

@Module({
  controllers: [OpsController, OperationsController],
  providers: [
    GetReadyHandler,
    GetPartitionsHandler,
    GetMaterializedViewsHandler,
    GetProjectorsHandler,
    GetJobsHandler,
    GetDatabaseHealthHandler,
    RunJobHandler,
    RebuildProjectorHandler,
    JobSender,
  ],
})
export class OpsModule {}
