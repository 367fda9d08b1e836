import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordAudit } from '@odolog/auth';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { replaceLink } from './calendar-links.js';
import { makeSecret } from './calendar-secret.js';
import type { createCalendarLink, NewCalendarLink } from './calendar.contract.js';

export class CreateCalendarLink extends Command<NewCalendarLink> {
  constructor(readonly call: CallOf<typeof createCalendarLink>) {
    super();
  }
}

@CommandHandler(CreateCalendarLink)
export class CreateCalendarLinkHandler implements ICommandHandler<CreateCalendarLink> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: CreateCalendarLink): Promise<NewCalendarLink> {
    const { secret, hash: secretHash } = makeSecret();
    const createdAt = new Date();
    const { db, config } = this.resources;
    const { tenantId, userId: actorId } = caller;
    await forTenant(db, tenantId, async (trx) => {
      await replaceLink(trx, caller, { secretHash, createdAt });
      await recordAudit(trx, { tenantId, actorId, action: 'calendar-link.created' });
    });
    const url = `${config.publicUrl}/api/v1/calendars/${caller.tenantId}/${secret}.ics`;
    return { createdAt: createdAt.toISOString(), url };
  }
}
