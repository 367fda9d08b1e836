import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { GetCosts } from './get-costs.query.js';
import { GetFuelEconomy } from './get-fuel-economy.query.js';
import { GetMonths } from './get-months.query.js';
import { GetOdometer } from './get-odometer.query.js';
import { GetSummary } from './get-summary.query.js';
import { getCosts, getFuelEconomy, getMonths, getOdometer, getSummary } from './insights.contract.js';

@Controller()
export class InsightsController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getSummary)
  summary(@Call() call: CallOf<typeof getSummary>) {
    return this.queries.execute(new GetSummary(call));
  }

  @Route(getFuelEconomy)
  fuelEconomy(@Call() call: CallOf<typeof getFuelEconomy>) {
    return this.queries.execute(new GetFuelEconomy(call));
  }

  @Route(getCosts)
  costs(@Call() call: CallOf<typeof getCosts>) {
    return this.queries.execute(new GetCosts(call));
  }

  @Route(getOdometer)
  odometer(@Call() call: CallOf<typeof getOdometer>) {
    return this.queries.execute(new GetOdometer(call));
  }

  @Route(getMonths)
  months(@Call() call: CallOf<typeof getMonths>) {
    return this.queries.execute(new GetMonths(call));
  }
}
