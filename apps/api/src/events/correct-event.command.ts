import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readEvent } from '@odolog/event-store';
import { decideRecording } from '@odolog/vehicle';
import { refuseUnknownFiles } from '../files/refuse-unknown-files.js';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { refuseUnknownReminders } from '../reminders/refuse-unknown-reminders.js';
import { type Resources, RESOURCES } from '../resources.js';
import { priceByTariff } from '../tariffs/price-by-tariff.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { appendAndAnswer } from './append-and-answer.js';
import type { correctEvent, Recorded } from './events.contract.js';
import { requireLife } from './require-life.js';
import { requireCorrectable } from './require-correctable.js';
import { orFirstAnswer } from './or-first-answer.js';
import { recordingId } from './recording-id.js';
import { isSameRecording } from './same-recording.js';

type Call = CallOf<typeof correctEvent>;

export class CorrectEvent extends Command<Answer<Recorded>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(CorrectEvent)
export class CorrectEventHandler implements ICommandHandler<CorrectEvent> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: CorrectEvent): Promise<Answer<Recorded>> {
    const { params, body } = call;
    const id = recordingId(call, body.event);
    return orFirstAnswer(this.resources, call, {
      id,
      isSame: (stored) =>
        stored.correctsId === params.eventId &&
        stored.reason === body.reason &&
        isSameRecording(body.event, stored),
      attempt: () => this.correct(call, id),
    });
  }

  private async correct(call: Call, id: string): Promise<Answer<Recorded>> {
    const { caller, params, body } = call;
    const vehicle = await recordableVehicle(this.resources, caller, params.vehicleId);
    const now = new Date().toISOString();
    const corrects = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      readEvent(trx, params.eventId),
    );
    if (corrects?.vehicleId === params.vehicleId) await requireCorrectable(this.resources, caller, corrects);
    const decided = decideRecording({
      body: body.event,
      at: '/event',
      vehicle,
      id,
      now,
      ...(corrects && { corrects }),
    });
    const { garageId } = vehicle;
    for (const { type } of [decided, corrects ?? decided])
      requireLife(caller, type, { id: params.vehicleId, garageId });
    const place = { ...caller, ...params };
    const [event = decided] = await priceByTariff(this.resources, place, [decided], corrects);
    await refuseUnknownFiles(this.resources, { caller, vehicleId: params.vehicleId }, event, '/event');
    const reminded = { tenantId: caller.tenantId, vehicleId: params.vehicleId };
    await refuseUnknownReminders(this.resources, reminded, { event, at: '/event', corrects });
    const addition = { correctsId: params.eventId, reason: body.reason, at: '/event' };
    return appendAndAnswer(this.resources, call, { ...event, ...addition });
  }
}
