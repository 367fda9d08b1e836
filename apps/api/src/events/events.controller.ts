import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { CorrectEvent } from './correct-event.command.js';
import {
  correctEvent,
  getEvent,
  getEventHistory,
  getEventTypeSchema,
  listEventTypes,
  recordEvent,
  recordEvents,
  restoreEvent,
  retractEvent,
} from './events.contract.js';
import { GetEventHistory } from './get-event-history.query.js';
import { GetEventTypeSchema } from './get-event-type-schema.query.js';
import { GetEvent } from './get-event.query.js';
import { ListEventTypes } from './list-event-types.query.js';
import { RecordEvent } from './record-event.command.js';
import { RecordEvents } from './record-events.command.js';
import { RestoreEvent } from './restore-event.command.js';
import { RetractEvent } from './retract-event.command.js';

@Controller()
export class EventsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(recordEvent)
  record(@Call() call: CallOf<typeof recordEvent>) {
    return this.commands.execute(new RecordEvent(call));
  }

  @Route(recordEvents)
  recordAll(@Call() call: CallOf<typeof recordEvents>) {
    return this.commands.execute(new RecordEvents(call));
  }

  @Route(getEvent)
  get(@Call() call: CallOf<typeof getEvent>) {
    return this.queries.execute(new GetEvent(call));
  }

  @Route(getEventHistory)
  history(@Call() call: CallOf<typeof getEventHistory>) {
    return this.queries.execute(new GetEventHistory(call));
  }

  @Route(correctEvent)
  correct(@Call() call: CallOf<typeof correctEvent>) {
    return this.commands.execute(new CorrectEvent(call));
  }

  @Route(retractEvent)
  retract(@Call() call: CallOf<typeof retractEvent>) {
    return this.commands.execute(new RetractEvent(call));
  }

  @Route(restoreEvent)
  restore(@Call() call: CallOf<typeof restoreEvent>) {
    return this.commands.execute(new RestoreEvent(call));
  }

  @Route(listEventTypes)
  types(@Call() call: CallOf<typeof listEventTypes>) {
    return this.queries.execute(new ListEventTypes(call));
  }

  @Route(getEventTypeSchema)
  schema(@Call() call: CallOf<typeof getEventTypeSchema>) {
    return this.queries.execute(new GetEventTypeSchema(call));
  }
}
