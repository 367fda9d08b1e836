import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { getFleet, getGlance } from './fleet.contract.js';
import { GetFleet } from './get-fleet.query.js';
import { GetGlance } from './get-glance.query.js';

@Controller()
export class FleetController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getFleet)
  fleet(@Call() call: CallOf<typeof getFleet>) {
    return this.queries.execute(new GetFleet(call));
  }

  @Route(getGlance)
  glance(@Call() call: CallOf<typeof getGlance>) {
    return this.queries.execute(new GetGlance(call));
  }
}
