import { Module } from '@nestjs/common';
import { FillSampleGarageHandler } from './fill-sample-garage.command.js';
import { RemoveSampleGarageHandler } from './remove-sample-garage.command.js';
import { SampleGarageController } from './sample-garage.controller.js';

@Module({
  controllers: [SampleGarageController],
  providers: [FillSampleGarageHandler, RemoveSampleGarageHandler],
})
export class SampleGarageModule {}
