import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { appendReminderEvent } from './append-reminder-event.js';
import { decideStep } from './decide-step.js';
import { reminderAtHand } from './reminder-at-hand.js';
import type { dismissReminder, RecordedReminder } from './reminders.contract.js';

export class DismissReminder extends Command<Answer<RecordedReminder>> {
  constructor(readonly call: CallOf<typeof dismissReminder>) {
    super();
  }
}

@CommandHandler(DismissReminder)
export class DismissReminderHandler implements ICommandHandler<DismissReminder> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: DismissReminder): Promise<Answer<RecordedReminder>> {
    const { caller, params, body } = call;
    const id = idFor(call, body.id);
    const atHand = await reminderAtHand(this.resources, caller, { ...params, eventId: id });
    const { standing, vehicleId, now } = atHand;
    const event = decideStep(atHand, { ...body, id, type: 'reminder-dismissed' });
    return appendReminderEvent(this.resources, call, {
      vehicleId,
      reminderId: standing.reminder.id,
      event,
      now,
    });
  }
}
