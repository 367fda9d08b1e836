import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Route } from '../http/route.decorator.js';
import { GetReady } from './get-ready.query.js';
import { getHealth, getReady } from './ops.contract.js';

@Controller()
export class OpsController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getHealth)
  health() {
    return { status: 'ok' };
  }

  @Route(getReady)
  ready() {
    return this.queries.execute(new GetReady());
  }
}
