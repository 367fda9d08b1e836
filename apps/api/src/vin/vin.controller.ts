import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { GetVin } from './get-vin.query.js';
import { ListMakes } from './list-makes.query.js';
import { ListModels } from './list-models.query.js';
import { ListYears } from './list-years.query.js';
import { getVin, listMakes, listModels, listYears } from './vin.contract.js';

@Controller()
export class VinController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getVin)
  vin(@Call() call: CallOf<typeof getVin>) {
    return this.queries.execute(new GetVin(call));
  }

  @Route(listMakes)
  makes(@Call() call: CallOf<typeof listMakes>) {
    return this.queries.execute(new ListMakes(call));
  }

  @Route(listModels)
  models(@Call() call: CallOf<typeof listModels>) {
    return this.queries.execute(new ListModels(call));
  }

  @Route(listYears)
  years(@Call() call: CallOf<typeof listYears>) {
    return this.queries.execute(new ListYears(call));
  }
}
