import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { TimelineItem } from '../timeline/timeline.contract.js';
import type { getEventHistory } from './events.contract.js';
import { readEventHistory } from './read-event-history.js';

export class GetEventHistory extends Query<{ items: TimelineItem[] }> {
  constructor(readonly call: CallOf<typeof getEventHistory>) {
    super();
  }
}

@QueryHandler(GetEventHistory)
export class GetEventHistoryHandler implements IQueryHandler<GetEventHistory> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetEventHistory): Promise<{ items: TimelineItem[] }> {
    const format = await formatOf(this.resources, call.caller);
    return { items: await readEventHistory(this.resources, call, format) };
  }
}
