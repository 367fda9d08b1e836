import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Problem } from '@odolog/problems';
import { daysAfter } from '@odolog/vehicle';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { appendReminderEvent } from './append-reminder-event.js';
import { decideStep } from './decide-step.js';
import { reminderAtHand } from './reminder-at-hand.js';
import type { RecordedReminder, snoozeReminder } from './reminders.contract.js';

type Call = CallOf<typeof snoozeReminder>;

export class SnoozeReminder extends Command<Answer<RecordedReminder>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(SnoozeReminder)
export class SnoozeReminderHandler implements ICommandHandler<SnoozeReminder> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: SnoozeReminder): Promise<Answer<RecordedReminder>> {
    const { caller, params, body } = call;
    const id = idFor(call, body.id);
    const atHand = await reminderAtHand(this.resources, caller, { ...params, eventId: id });
    const { standing, vehicleId, today, now, repeated } = atHand;
    const data = { cycle: repeated?.data['cycle'] ?? standing.cycle.number, until: untilOf(body, today) };
    const event = decideStep(atHand, { id, type: 'reminder-snoozed', data });
    return appendReminderEvent(this.resources, call, {
      vehicleId,
      reminderId: standing.reminder.id,
      event,
      now,
    });
  }
}

/** @throws Problem `validation-failed` for no limit, or a day that is not in the future */
function untilOf({ until, days, untilOdometer }: Call['body'], today: string): object {
  const date = until ?? (days === undefined ? undefined : daysAfter(today, days));
  if (date === undefined && untilOdometer === undefined) throw refused('/until', 'missing', 'Say until when');
  if (date !== undefined && date <= today) throw refused('/until', 'not-in-future', `Must be after ${today}`);
  return { ...(date && { date }), ...(untilOdometer && { odometer: untilOdometer }) };
}

function refused(pointer: string, code: string, detail: string): Problem {
  return new Problem('validation-failed', { errors: [{ pointer, code, detail }] });
}
