import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { StandingReminder } from '@odolog/vehicle';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { appendReminderEvent } from './append-reminder-event.js';
import { decideFlat } from './decide-flat.js';
import { decideStep } from './decide-step.js';
import { reminderAtHand } from './reminder-at-hand.js';
import type { completeReminder, RecordedReminder } from './reminders.contract.js';

export class CompleteReminder extends Command<Answer<RecordedReminder>> {
  constructor(readonly call: CallOf<typeof completeReminder>) {
    super();
  }
}

@CommandHandler(CompleteReminder)
export class CompleteReminderHandler implements ICommandHandler<CompleteReminder> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: CompleteReminder): Promise<Answer<RecordedReminder>> {
    const { caller, params, body } = call;
    const id = idFor(call, body.id);
    const atHand = await reminderAtHand(this.resources, caller, { ...params, eventId: id });
    const { standing, vehicle, vehicleId, now, today } = atHand;
    const { reminder } = standing;
    const { date = today, items = [workOf(reminder)] } = body;
    const service = { ...body, date, items, reminderIds: [reminder.id] };
    const event = isWork(reminder, body)
      ? decideFlat({ type: 'maintenance', body: service, vehicle, id, now })
      : decideStep(atHand, { ...body, id, type: 'reminder-completed' });
    return appendReminderEvent(this.resources, call, { vehicleId, reminderId: reminder.id, event, now });
  }
}

/** What has a kind of work or a bill is work; what has neither is a thing to think of, and logs only that it is done. */
function isWork(
  { fact }: StandingReminder,
  { items, total, workshop }: CallOf<typeof completeReminder>['body'],
): boolean {
  return (fact.serviceKind ?? items ?? total ?? workshop) !== undefined;
}

/** The work that the reminder stands for; words that are no kind describe it. */
function workOf({ fact: { serviceKind, title } }: StandingReminder): object {
  if (serviceKind !== undefined && /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(serviceKind))
    return { kind: serviceKind };
  return { kind: 'other', description: serviceKind ?? title };
}
