import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { ChangeNotificationPreferences } from './change-notification-preferences.command.js';
import { GetNotificationPreferences } from './get-notification-preferences.query.js';
import { ListNotifications } from './list-notifications.query.js';
import {
  changeNotificationPreferences,
  getNotificationPreferences,
  listNotifications,
  readNotification,
  readNotifications,
} from './notifications.contract.js';
import { ReadNotifications } from './read-notifications.command.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(listNotifications)
  list(@Call() call: CallOf<typeof listNotifications>) {
    return this.queries.execute(new ListNotifications(call));
  }

  @Route(readNotification)
  readOne(@Call() { caller, params }: CallOf<typeof readNotification>) {
    return this.commands.execute(new ReadNotifications(caller, params.notificationId));
  }

  @Route(readNotifications)
  readAll(@Call() { caller }: CallOf<typeof readNotifications>) {
    return this.commands.execute(new ReadNotifications(caller));
  }

  @Route(getNotificationPreferences)
  preferences(@Call() call: CallOf<typeof getNotificationPreferences>) {
    return this.queries.execute(new GetNotificationPreferences(call));
  }

  @Route(changeNotificationPreferences)
  changePreferences(@Call() call: CallOf<typeof changeNotificationPreferences>) {
    return this.commands.execute(new ChangeNotificationPreferences(call));
  }
}
