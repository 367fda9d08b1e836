import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readEvent } from '@odolog/event-store';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { appendReminderEvent } from './append-reminder-event.js';
import { decideFlat } from './decide-flat.js';
import type { RecordedReminder, setReminder } from './reminders.contract.js';

export class SetReminder extends Command<Answer<RecordedReminder>> {
  constructor(readonly call: CallOf<typeof setReminder>) {
    super();
  }
}

@CommandHandler(SetReminder)
export class SetReminderHandler implements ICommandHandler<SetReminder> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: SetReminder): Promise<Answer<RecordedReminder>> {
    const { caller, params, body } = call;
    const { vehicleId } = params;
    const vehicle = await recordableVehicle(this.resources, caller, vehicleId);
    const now = new Date().toISOString();
    const id = idFor(call);
    const before = await forTenant(this.resources.db, caller.tenantId, (trx) => readEvent(trx, id));
    // The same request again, on another day, means the day on which it came first.
    const dated = before ? { date: before.date, ...body } : body;
    const event = decideFlat({ type: 'reminder', body: dated, vehicle, id, now });
    return appendReminderEvent(this.resources, call, { vehicleId, reminderId: event.id, event, now });
  }
}
