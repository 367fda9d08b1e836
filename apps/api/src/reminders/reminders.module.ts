import { Module } from '@nestjs/common';
import { CompleteReminderHandler } from './complete-reminder.command.js';
import { DismissReminderHandler } from './dismiss-reminder.command.js';
import { ListReminderTemplatesHandler } from './list-reminder-templates.query.js';
import { ListRemindersHandler } from './list-reminders.query.js';
import { ListVehicleRemindersHandler } from './list-vehicle-reminders.query.js';
import { RemindersController } from './reminders.controller.js';
import { SetReminderHandler } from './set-reminder.command.js';
import { SnoozeReminderHandler } from './snooze-reminder.command.js';

@Module({
  controllers: [RemindersController],
  providers: [
    ListRemindersHandler,
    ListVehicleRemindersHandler,
    ListReminderTemplatesHandler,
    SetReminderHandler,
    CompleteReminderHandler,
    SnoozeReminderHandler,
    DismissReminderHandler,
  ],
})
export class RemindersModule {}
