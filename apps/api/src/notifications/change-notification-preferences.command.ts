import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readPreferences, writePreferences } from './notification-preferences.js';
import type { changeNotificationPreferences, NotificationPreferences } from './notifications.contract.js';

export class ChangeNotificationPreferences extends Command<NotificationPreferences> {
  constructor(readonly call: CallOf<typeof changeNotificationPreferences>) {
    super();
  }
}

@CommandHandler(ChangeNotificationPreferences)
export class ChangeNotificationPreferencesHandler implements ICommandHandler<ChangeNotificationPreferences> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller, body } }: ChangeNotificationPreferences): Promise<NotificationPreferences> {
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const changed = { ...(await readPreferences(trx, caller)), ...body };
      await writePreferences(trx, caller, changed);
      return changed;
    });
  }
}
