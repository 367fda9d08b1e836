import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller.js';
import { RecordChartExportHandler } from './record-chart-export.command.js';
import { RecordFleetExportHandler } from './record-fleet-export.command.js';

@Module({
  controllers: [ExportsController],
  providers: [RecordFleetExportHandler, RecordChartExportHandler],
})
export class ExportsModule {}
