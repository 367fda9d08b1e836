import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { pageWithin } from '../http/cursor.js';
import { readAtHead } from '../http/read-after.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { TimelineItem } from '../timeline/timeline.contract.js';
import type { getEventHistory } from './events.contract.js';
import { readEventHistory } from './read-event-history.js';

type Page = { items: TimelineItem[]; nextCursor: string | null };

export class GetEventHistory extends Query<Answer<Page>> {
  constructor(readonly call: CallOf<typeof getEventHistory>) {
    super();
  }
}

@QueryHandler(GetEventHistory)
export class GetEventHistoryHandler implements IQueryHandler<GetEventHistory> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetEventHistory): Promise<Answer<Page>> {
    return readAtHead(this.resources, call, async () => {
      const format = await formatOf(this.resources, call.caller);
      return pageWithin(await readEventHistory(this.resources, call, format), call.query);
    });
  }
}
