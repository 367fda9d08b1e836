import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import { followCorrections, readHistory, type StoredEvent } from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import type { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { idFor } from '../http/idempotency.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { answerAgain, appendAndAnswer } from './append-and-answer.js';
import type { Recorded, restoreEvent } from './events.contract.js';
import { requireCorrectable } from './require-correctable.js';
import { requireLife } from './require-life.js';
import { restorationOf } from './retraction-of.js';

export class RestoreEvent extends Command<Answer<Recorded>> {
  constructor(readonly call: CallOf<typeof restoreEvent>) {
    super();
  }
}

@CommandHandler(RestoreEvent)
export class RestoreEventHandler implements ICommandHandler<RestoreEvent> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: RestoreEvent): Promise<Answer<Recorded>> {
    const { caller, params, body } = call;
    const { garageId } = await recordableVehicle(this.resources, caller, params.vehicleId);
    const history = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      readHistory(trx, params.eventId),
    );
    if (history[0]?.vehicleId !== params.vehicleId) throw new Problem('not-found');
    const id = idFor(call, body.id);
    // sent again, it is the same command: what it undid then is not looked for anew
    const first = history.find((event) => event.id === id);
    if (first?.type === 'restoration' && first.reason === body.reason)
      return answerAgain(this.resources, call, first);
    const undone = undoneBy(params.eventId, history);
    await requireCorrectable(this.resources, caller, undone);
    for (const { type } of history) requireLife(caller, type, { id: params.vehicleId, garageId });
    const restoration = restorationOf(undone, { id, reason: body.reason });
    return appendAndAnswer(this.resources, call, restoration);
  }
}

/** What is to be undone: what keeps the event from standing, or the event itself when it did so to another. */
function undoneBy(eventId: string, history: readonly StoredEvent[]): StoredEvent {
  const by = followCorrections(history).supersededBy.get(eventId);
  const undone = by ?? history.find(({ id, correctsId }) => id === eventId && correctsId !== null);
  if (!undone) throw new Problem('nothing-to-undo');
  return undone;
}
