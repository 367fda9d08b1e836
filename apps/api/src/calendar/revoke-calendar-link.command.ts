import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { deleteLink } from './calendar-links.js';
import type { CalendarLink, revokeCalendarLink } from './calendar.contract.js';

export class RevokeCalendarLink extends Command<CalendarLink> {
  constructor(readonly call: CallOf<typeof revokeCalendarLink>) {
    super();
  }
}

@CommandHandler(RevokeCalendarLink)
export class RevokeCalendarLinkHandler implements ICommandHandler<RevokeCalendarLink> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: RevokeCalendarLink): Promise<CalendarLink> {
    await forTenant(this.resources.db, caller.tenantId, (trx) => deleteLink(trx, caller));
    return { createdAt: null };
  }
}
