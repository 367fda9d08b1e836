import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Route } from '../http/route.decorator.js';
import { GetInstance } from './get-instance.query.js';
import { getInstance } from './instance.contract.js';

@Controller()
export class InstanceController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getInstance)
  instance() {
    return this.queries.execute(new GetInstance());
  }
}
