import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { readPreferences } from './notification-preferences.js';
import type { getNotificationPreferences, NotificationPreferences } from './notifications.contract.js';

export class GetNotificationPreferences extends Query<NotificationPreferences> {
  constructor(readonly call: CallOf<typeof getNotificationPreferences>) {
    super();
  }
}

@QueryHandler(GetNotificationPreferences)
export class GetNotificationPreferencesHandler implements IQueryHandler<GetNotificationPreferences> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call: { caller } }: GetNotificationPreferences): Promise<NotificationPreferences> {
    return forTenant(this.resources.db, caller.tenantId, (trx) => readPreferences(trx, caller));
  }
}
