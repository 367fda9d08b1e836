import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { createCalendarLink, getCalendar, getCalendarLink, revokeCalendarLink } from './calendar.contract.js';
import { CreateCalendarLink } from './create-calendar-link.command.js';
import { GetCalendarLink } from './get-calendar-link.query.js';
import { GetCalendar } from './get-calendar.query.js';
import { RevokeCalendarLink } from './revoke-calendar-link.command.js';

@Controller()
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(getCalendarLink)
  link(@Call() call: CallOf<typeof getCalendarLink>) {
    return this.queries.execute(new GetCalendarLink(call));
  }

  @Route(createCalendarLink)
  createLink(@Call() call: CallOf<typeof createCalendarLink>) {
    return this.commands.execute(new CreateCalendarLink(call));
  }

  @Route(revokeCalendarLink)
  revokeLink(@Call() call: CallOf<typeof revokeCalendarLink>) {
    return this.commands.execute(new RevokeCalendarLink(call));
  }

  @Route(getCalendar)
  calendar(@Call() call: CallOf<typeof getCalendar>) {
    return this.queries.execute(new GetCalendar(call));
  }
}
