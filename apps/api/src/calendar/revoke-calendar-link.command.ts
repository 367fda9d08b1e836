import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
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
    const { tenantId, userId: actorId } = caller;
    await forTenant(this.resources.db, tenantId, async (trx) => {
      await deleteLink(trx, caller);
      await recordAudit(trx, { tenantId, actorId, action: 'calendar-link.revoked' });
    });
    return { createdAt: null };
  }
}
