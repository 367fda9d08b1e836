import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readFeed, readHeadPosition } from '@odolog/event-store';
import { reachableVehicleIds } from '../access/reach.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Feed, getFeed } from './feed.contract.js';
import { feedEvent } from './feed-event.js';

export class GetFeed extends Query<Feed> {
  constructor(readonly call: CallOf<typeof getFeed>) {
    super();
  }
}

@QueryHandler(GetFeed)
export class GetFeedHandler implements IQueryHandler<GetFeed> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, query } }: GetFeed): Promise<Feed> {
    const { after = 0, limit = 50 } = query;
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const vehicleIds = await reachableVehicleIds(trx, caller);
      const events = await readFeed(trx, { after, limit, vehicleIds });
      const headPosition = await readHeadPosition(trx);
      return { items: events.map(feedEvent), nextPosition: events.at(-1)?.position ?? after, headPosition };
    });
  }
}
