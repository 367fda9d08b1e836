import { Module } from '@nestjs/common';
import { ChangeNotificationPreferencesHandler } from './change-notification-preferences.command.js';
import { GetNotificationPreferencesHandler } from './get-notification-preferences.query.js';
import { ListNotificationsHandler } from './list-notifications.query.js';
import { NotificationsController } from './notifications.controller.js';
import { ReadNotificationsHandler } from './read-notifications.command.js';

@Module({
  controllers: [NotificationsController],
  providers: [
    ListNotificationsHandler,
    ReadNotificationsHandler,
    GetNotificationPreferencesHandler,
    ChangeNotificationPreferencesHandler,
  ],
})
export class NotificationsModule {}
