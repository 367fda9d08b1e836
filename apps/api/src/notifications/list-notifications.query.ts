import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { idCursor, pageBy } from '../http/cursor.js';
import { remindedVehicles } from '../reminders/reminded-vehicles.js';
import { type Resources, RESOURCES } from '../resources.js';
import type { listNotifications, NotificationPage } from './notifications.contract.js';
import { countUnread, notificationsOf } from './notifications.js';

export class ListNotifications extends Query<NotificationPage> {
  constructor(readonly call: CallOf<typeof listNotifications>) {
    super();
  }
}

@QueryHandler(ListNotifications)
export class ListNotificationsHandler implements IQueryHandler<ListNotifications> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  /** Of vehicles that the caller does not see any more nothing is told, nor counted. */
  async execute({ call: { caller, query } }: ListNotifications): Promise<NotificationPage> {
    const { limit = 50, cursor, unread } = query;
    const before = idCursor(cursor);
    return forTenant(this.resources.db, caller.tenantId, async (trx) => {
      const vehicles = new Map((await remindedVehicles(trx, caller)).map(({ id, name }) => [id, name]));
      const vehicleIds = [...vehicles.keys()];
      let found = notificationsOf(trx, caller, vehicleIds)
        .select(['id', 'vehicleId', 'reminderId', 'title', 'state', 'dueOn', 'createdAt', 'readAt'])
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (before) found = found.where('id', '<', before);
      if (unread) found = found.where('readAt', 'is', null);
      const items = (await found.execute()).map((row) => ({
        ...row,
        state: row.state as NotificationPage['items'][number]['state'],
        vehicle: vehicles.get(row.vehicleId) ?? '',
        createdAt: row.createdAt.toISOString(),
        readAt: row.readAt?.toISOString() ?? null,
      }));
      return { ...pageBy(items, limit), unread: await countUnread(trx, caller, vehicleIds) };
    });
  }
}
