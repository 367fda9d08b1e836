import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Problem } from '@odolog/problems';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { readAtHead } from '../http/read-after.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { TimelineItem } from '../timeline/timeline.contract.js';
import type { getEvent } from './events.contract.js';
import { readEventHistory } from './read-event-history.js';

export class GetEvent extends Query<Answer<TimelineItem>> {
  constructor(readonly call: CallOf<typeof getEvent>) {
    super();
  }
}

@QueryHandler(GetEvent)
export class GetEventHandler implements IQueryHandler<GetEvent> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetEvent): Promise<Answer<TimelineItem>> {
    return readAtHead(this.resources, call, async () => {
      const format = await formatOf(this.resources, call.caller);
      const history = await readEventHistory(this.resources, call, format);
      const event = history.find(({ id }) => id === call.params.eventId);
      if (!event) throw new Problem('not-found');
      return event;
    });
  }
}
