import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { GetTenantTimeline } from './get-tenant-timeline.query.js';
import { GetTimeline } from './get-timeline.query.js';
import { getTenantTimeline, getTimeline } from './timeline.contract.js';

@Controller()
export class TimelineController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getTimeline)
  ofVehicle(@Call() call: CallOf<typeof getTimeline>) {
    return this.queries.execute(new GetTimeline(call));
  }

  @Route(getTenantTimeline)
  ofTenant(@Call() call: CallOf<typeof getTenantTimeline>) {
    return this.queries.execute(new GetTenantTimeline(call));
  }
}
