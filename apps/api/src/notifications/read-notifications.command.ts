import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { Problem } from '@odolog/problems';
import type { Caller } from '../http/contract.js';
import { remindedVehicles } from '../reminders/reminded-vehicles.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { Read } from './notifications.contract.js';
import { countUnread } from './notifications.js';

/** One notification, or all of them, was seen. */
export class ReadNotifications extends Command<Read> {
  constructor(
    readonly caller: Caller,
    readonly notificationId?: string,
  ) {
    super();
  }
}

@CommandHandler(ReadNotifications)
export class ReadNotificationsHandler implements ICommandHandler<ReadNotifications> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ caller, notificationId }: ReadNotifications): Promise<Read> {
    const { tenantId, userId } = caller;
    return forTenant(this.resources.db, tenantId, async (trx) => {
      const own = trx
        .updateTable('notifications')
        .set({ readAt: new Date() })
        .where('tenantId', '=', tenantId)
        .where('userId', '=', userId)
        .where('channel', '=', 'app');
      const seen = notificationId ? own.where('id', '=', notificationId) : own.where('readAt', 'is', null);
      const { numUpdatedRows } = await seen.executeTakeFirst();
      const read = Number(numUpdatedRows);
      if (notificationId && read === 0) throw new Problem('not-found');
      const vehicleIds = (await remindedVehicles(trx, caller)).map(({ id }) => id);
      return { read, unread: await countUnread(trx, caller, vehicleIds) };
    });
  }
}
