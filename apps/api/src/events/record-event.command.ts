import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decideRecording } from '@odolog/vehicle';
import { refuseUnknownFiles } from '../files/refuse-unknown-files.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { priceByTariff } from '../tariffs/price-by-tariff.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { appendAndAnswer } from './append-and-answer.js';
import type { Recorded, recordEvent } from './events.contract.js';

export class RecordEvent extends Command<Answer<Recorded>> {
  constructor(readonly call: CallOf<typeof recordEvent>) {
    super();
  }
}

@CommandHandler(RecordEvent)
export class RecordEventHandler implements ICommandHandler<RecordEvent> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RecordEvent): Promise<Answer<Recorded>> {
    const { caller, params, body } = call;
    const vehicle = await recordableVehicle(this.resources, caller, params.vehicleId);
    const decided = decideRecording({ body, vehicle, id: idFor(call), now: new Date().toISOString() });
    const [event = decided] = await priceByTariff(this.resources, { ...caller, ...params }, [decided]);
    await refuseUnknownFiles(this.resources, { caller, vehicleId: params.vehicleId }, event);
    return appendAndAnswer(this.resources, call, event);
  }
}
