import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decideRecording } from '@odolog/vehicle';
import { refuseUnknownFiles } from '../files/refuse-unknown-files.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { refuseUnknownReminders } from '../reminders/refuse-unknown-reminders.js';
import { type Resources, RESOURCES } from '../resources.js';
import { priceByTariff } from '../tariffs/price-by-tariff.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { appendAndAnswer } from './append-and-answer.js';
import type { Recorded, recordEvent } from './events.contract.js';
import { orFirstAnswer } from './or-first-answer.js';
import { recordingId } from './recording-id.js';
import { requireLife } from './require-life.js';
import { isSameRecording } from './same-recording.js';

type Call = CallOf<typeof recordEvent>;

export class RecordEvent extends Command<Answer<Recorded>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(RecordEvent)
export class RecordEventHandler implements ICommandHandler<RecordEvent> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RecordEvent): Promise<Answer<Recorded>> {
    const id = recordingId(call, call.body);
    return orFirstAnswer(this.resources, call, {
      id,
      isSame: (stored) => isSameRecording(call.body, stored),
      attempt: () => this.record(call, id),
    });
  }

  private async record(call: Call, id: string): Promise<Answer<Recorded>> {
    const { caller, params, body } = call;
    const vehicle = await recordableVehicle(this.resources, caller, params.vehicleId);
    const decided = decideRecording({ body, vehicle, id, now: new Date().toISOString() });
    requireLife(caller, decided.type, { id: params.vehicleId, garageId: vehicle.garageId });
    const [event = decided] = await priceByTariff(this.resources, { ...caller, ...params }, [decided]);
    await refuseUnknownFiles(this.resources, { caller, vehicleId: params.vehicleId }, event);
    await refuseUnknownReminders(this.resources, { tenantId: caller.tenantId, ...params }, { event });
    return appendAndAnswer(this.resources, call, event);
  }
}
