import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { FillSampleGarage } from './fill-sample-garage.command.js';
import { RemoveSampleGarage } from './remove-sample-garage.command.js';
import { fillSampleGarage, removeSampleGarage } from './sample-garage.contract.js';

@Controller()
export class SampleGarageController {
  constructor(private readonly commands: CommandBus) {}

  @Route(fillSampleGarage)
  fill(@Call() call: CallOf<typeof fillSampleGarage>) {
    return this.commands.execute(new FillSampleGarage(call));
  }

  @Route(removeSampleGarage)
  remove(@Call() call: CallOf<typeof removeSampleGarage>) {
    return this.commands.execute(new RemoveSampleGarage(call));
  }
}
