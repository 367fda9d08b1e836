import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { getFeed, streamFeed } from './feed.contract.js';
import { GetFeed } from './get-feed.query.js';
import { StreamFeed } from './stream-feed.query.js';

@Controller()
export class FeedController {
  constructor(private readonly queries: QueryBus) {}

  @Route(getFeed)
  page(@Call() call: CallOf<typeof getFeed>) {
    return this.queries.execute(new GetFeed(call));
  }

  @Route(streamFeed)
  stream(@Call() call: CallOf<typeof streamFeed>) {
    return this.queries.execute(new StreamFeed(call));
  }
}
