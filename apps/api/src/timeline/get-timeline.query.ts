import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAfter } from '../http/read-after.js';
import { viewOf } from '../insights/point-of-view.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { readPastPage } from './read-past-page.js';
import { readTimelinePage } from './read-timeline-page.js';
import { timelineQuery } from './timeline-query.js';
import type { getTimeline, TimelinePage } from './timeline.contract.js';

export class GetTimeline extends Query<Answer<TimelinePage>> {
  constructor(readonly call: CallOf<typeof getTimeline>) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetTimeline): Promise<Answer<TimelinePage>> {
    const { caller, params, query } = call;
    const view = viewOf(query);
    const { garageId } = await recordableVehicle(this.resources, caller, params.vehicleId);
    const format = await formatOf(this.resources, caller);
    const isElsewhere = query.garageId !== undefined && query.garageId !== garageId;
    const wanted = {
      ...timelineQuery(query),
      vehicleId: params.vehicleId,
      ...(isElsewhere && { vehicleIds: [] }),
    };
    return readAfter(this.resources, call, () =>
      view
        ? readPastPage(this.resources, caller, { wanted, view, format })
        : readTimelinePage(this.resources, caller, { wanted, format }),
    );
  }
}
