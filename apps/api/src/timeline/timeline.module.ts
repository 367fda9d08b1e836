import { Module } from '@nestjs/common';
import { GetTenantTimelineHandler } from './get-tenant-timeline.query.js';
import { GetTimelineHandler } from './get-timeline.query.js';
import { TimelineController } from './timeline.controller.js';

@Module({ controllers: [TimelineController], providers: [GetTimelineHandler, GetTenantTimelineHandler] })
export class TimelineModule {}
