import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readLink } from './calendar-links.js';
import type { CalendarLink, getCalendarLink } from './calendar.contract.js';

export class GetCalendarLink extends Query<CalendarLink> {
  constructor(readonly call: CallOf<typeof getCalendarLink>) {
    super();
  }
}

@QueryHandler(GetCalendarLink)
export class GetCalendarLinkHandler implements IQueryHandler<GetCalendarLink> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: GetCalendarLink): Promise<CalendarLink> {
    return forTenant(this.resources.db, caller.tenantId, (trx) => readLink(trx, caller));
  }
}
