import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CreateCalendarLinkHandler } from './create-calendar-link.command.js';
import { GetCalendarLinkHandler } from './get-calendar-link.query.js';
import { GetCalendarHandler } from './get-calendar.query.js';
import { RevokeCalendarLinkHandler } from './revoke-calendar-link.command.js';

@Module({
  controllers: [CalendarController],
  providers: [
    GetCalendarLinkHandler,
    CreateCalendarLinkHandler,
    RevokeCalendarLinkHandler,
    GetCalendarHandler,
  ],
})
export class CalendarModule {}
