import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { readEvent } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { appendAndAnswer } from './append-and-answer.js';
import type { Recorded, retractEvent } from './events.contract.js';
import { orFirstAnswer } from './or-first-answer.js';
import { requireCorrectable } from './require-correctable.js';
import { requireLife } from './require-life.js';
import { retractionOf } from './retraction-of.js';

type Call = CallOf<typeof retractEvent>;

export class RetractEvent extends Command<Answer<Recorded>> {
  constructor(readonly call: Call) {
    super();
  }
}

@CommandHandler(RetractEvent)
export class RetractEventHandler implements ICommandHandler<RetractEvent> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RetractEvent): Promise<Answer<Recorded>> {
    const { params, body } = call;
    const id = idFor(call, body.id);
    return orFirstAnswer(this.resources, call, {
      id,
      isSame: ({ correctsId, reason }) => correctsId === params.eventId && reason === body.reason,
      attempt: () => this.retract(call, id),
    });
  }

  private async retract(call: Call, id: string): Promise<Answer<Recorded>> {
    const { caller, params, body } = call;
    const { garageId } = await recordableVehicle(this.resources, caller, params.vehicleId);
    const target = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      readEvent(trx, params.eventId),
    );
    if (target?.vehicleId !== params.vehicleId) throw new Problem('not-found');
    await requireCorrectable(this.resources, caller, target);
    requireLife(caller, target.type, { id: params.vehicleId, garageId });
    const retraction = retractionOf(target, { id, reason: body.reason });
    return appendAndAnswer(this.resources, call, retraction);
  }
}
