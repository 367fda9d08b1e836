import { Module } from '@nestjs/common';
import { GetVinHandler } from './get-vin.query.js';
import { ListMakesHandler } from './list-makes.query.js';
import { ListModelsHandler } from './list-models.query.js';
import { ListYearsHandler } from './list-years.query.js';
import { VinController } from './vin.controller.js';

@Module({
  controllers: [VinController],
  providers: [GetVinHandler, ListMakesHandler, ListModelsHandler, ListYearsHandler],
})
export class VinModule {}
