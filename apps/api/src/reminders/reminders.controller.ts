import { Controller } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { CallOf } from '../http/contract.js';
import { Call, Route } from '../http/route.decorator.js';
import { CompleteReminder } from './complete-reminder.command.js';
import { DismissReminder } from './dismiss-reminder.command.js';
import { ListReminderTemplates } from './list-reminder-templates.query.js';
import { ListReminders } from './list-reminders.query.js';
import { ListVehicleReminders } from './list-vehicle-reminders.query.js';
import {
  completeReminder,
  dismissReminder,
  listReminders,
  listReminderTemplates,
  listVehicleReminders,
  setReminder,
  snoozeReminder,
} from './reminders.contract.js';
import { SetReminder } from './set-reminder.command.js';
import { SnoozeReminder } from './snooze-reminder.command.js';

@Controller()
export class RemindersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Route(listReminders)
  list(@Call() call: CallOf<typeof listReminders>) {
    return this.queries.execute(new ListReminders(call));
  }

  @Route(listVehicleReminders)
  listOfVehicle(@Call() call: CallOf<typeof listVehicleReminders>) {
    return this.queries.execute(new ListVehicleReminders(call));
  }

  @Route(listReminderTemplates)
  listTemplates(@Call() call: CallOf<typeof listReminderTemplates>) {
    return this.queries.execute(new ListReminderTemplates(call));
  }

  @Route(setReminder)
  set(@Call() call: CallOf<typeof setReminder>) {
    return this.commands.execute(new SetReminder(call));
  }

  @Route(completeReminder)
  complete(@Call() call: CallOf<typeof completeReminder>) {
    return this.commands.execute(new CompleteReminder(call));
  }

  @Route(snoozeReminder)
  snooze(@Call() call: CallOf<typeof snoozeReminder>) {
    return this.commands.execute(new SnoozeReminder(call));
  }

  @Route(dismissReminder)
  dismiss(@Call() call: CallOf<typeof dismissReminder>) {
    return this.commands.execute(new DismissReminder(call));
  }
}
