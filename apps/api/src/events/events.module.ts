import { Module } from '@nestjs/common';
import { CorrectEventHandler } from './correct-event.command.js';
import { EventsController } from './events.controller.js';
import { GetEventHistoryHandler } from './get-event-history.query.js';
import { GetEventTypeSchemaHandler } from './get-event-type-schema.query.js';
import { GetEventHandler } from './get-event.query.js';
import { ListEventTypesHandler } from './list-event-types.query.js';
import { RecordEventHandler } from './record-event.command.js';
import { RecordEventsHandler } from './record-events.command.js';
import { RestoreEventHandler } from './restore-event.command.js';
import { RetractEventHandler } from './retract-event.command.js';

@Module({
  controllers: [EventsController],
  providers: [
    RecordEventHandler,
    RecordEventsHandler,
    CorrectEventHandler,
    RetractEventHandler,
    RestoreEventHandler,
    GetEventHandler,
    GetEventHistoryHandler,
    ListEventTypesHandler,
    GetEventTypeSchemaHandler,
  ],
})
export class EventsModule {}
