import { Module } from '@nestjs/common';
import { FeedController } from './feed.controller.js';
import { GetFeedHandler } from './get-feed.query.js';
import { StreamFeedHandler } from './stream-feed.query.js';

@Module({ controllers: [FeedController], providers: [GetFeedHandler, StreamFeedHandler] })
export class FeedModule {}
