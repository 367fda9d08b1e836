import { Module } from '@nestjs/common';
import { GetCostsHandler } from './get-costs.query.js';
import { GetFuelEconomyHandler } from './get-fuel-economy.query.js';
import { GetMonthsHandler } from './get-months.query.js';
import { GetOdometerHandler } from './get-odometer.query.js';
import { GetSummaryHandler } from './get-summary.query.js';
import { InsightsController } from './insights.controller.js';

@Module({
  controllers: [InsightsController],
  providers: [
    GetSummaryHandler,
    GetFuelEconomyHandler,
    GetCostsHandler,
    GetOdometerHandler,
    GetMonthsHandler,
  ],
})
export class InsightsModule {}
