import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readFeed, readHeadPosition } from '@odolog/event-store';
import { reachableVehicleIds } from '../access/reach.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { numberCursor, toNumberCursor } from '../http/cursor.js';
import { readAtHead } from '../http/read-after.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Feed, getFeed } from './feed.contract.js';
import { feedEvent } from './feed-event.js';

export class GetFeed extends Query<Answer<Feed>> {
  constructor(readonly call: CallOf<typeof getFeed>) {
    super();
  }
}

@QueryHandler(GetFeed)
export class GetFeedHandler implements IQueryHandler<GetFeed> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: GetFeed): Promise<Answer<Feed>> {
    return readAtHead(this.resources, call, () => this.page(call));
  }

  private async page({ caller, query }: GetFeed['call']): Promise<Feed> {
    const { limit = 50, cursor } = query;
    const after = numberCursor(cursor) ?? query.after ?? 0;
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const vehicleIds = await reachableVehicleIds(trx, caller);
      const events = await readFeed(trx, { after, limit, vehicleIds });
      const headPosition = await readHeadPosition(trx);
      const nextPosition = events.at(-1)?.position ?? after;
      const isMore = events.length === limit && nextPosition < headPosition;
      const nextCursor = isMore ? toNumberCursor(nextPosition) : null;
      return { items: events.map(feedEvent), nextPosition, headPosition, nextCursor };
    });
  }
}
