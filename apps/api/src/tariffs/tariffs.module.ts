import { Module } from '@nestjs/common';
import { CreateTariffHandler } from './create-tariff.command.js';
import { ListTariffsHandler } from './list-tariffs.query.js';
import { RemoveTariffHandler } from './remove-tariff.command.js';
import { TariffsController } from './tariffs.controller.js';

@Module({
  controllers: [TariffsController],
  providers: [CreateTariffHandler, ListTariffsHandler, RemoveTariffHandler],
})
export class TariffsModule {}
