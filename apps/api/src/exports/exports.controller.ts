import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { recordChartExport, recordFleetExport } from './exports.contract.js';
import { RecordChartExport } from './record-chart-export.command.js';
import { RecordFleetExport } from './record-fleet-export.command.js';

@Controller()
export class ExportsController {
  constructor(private readonly commands: CommandBus) {}

  @Route(recordFleetExport)
  fleet(@Call() call: CallOf<typeof recordFleetExport>) {
    return this.commands.execute(new RecordFleetExport(call));
  }

  @Route(recordChartExport)
  chart(@Call() call: CallOf<typeof recordChartExport>) {
    return this.commands.execute(new RecordChartExport(call));
  }
}
