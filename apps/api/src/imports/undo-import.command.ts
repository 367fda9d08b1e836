import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { Problem } from '@odolog/problems';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { toAppend } from '../events/append-and-answer.js';
import { isAccepted } from '../events/append-refusal.js';
import { appendSequence } from '../events/append-sequence.js';
import { retractionOf } from '../events/retraction-of.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle } from '../vehicles/recordable-vehicle.js';
import { readImport } from './import-records.js';
import type { Import, undoImport } from './imports.contract.js';
import { createdBy, undonePosition, undoSource, type CreatedEvent } from './created-events.js';

type Call = CallOf<typeof undoImport>;

/** Far more than the largest file takes. */
const longestRunMs = 120_000;

export class UndoImport extends Command<Import> {
  constructor(readonly call: Call) {
    super();
  }
}

/** Retracts all that an import created, in one transaction. What was corrected since is a person's word, and stays. */
@CommandHandler(UndoImport)
export class UndoImportHandler implements ICommandHandler<UndoImport> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: UndoImport): Promise<Import> {
    const { db } = this.resources;
    const { tenantId } = call.caller;
    const { undone, created } = await forTenant(db, tenantId, (trx) => readUndoable(trx, call));
    await recordableVehicle(this.resources, call.caller, undone.vehicleId);
    const standing = created.filter(({ supersededBy }) => supersededBy === null);
    const { vehicleId } = undone;
    const events = standing.map((event) => retraction(call, vehicleId, event));
    // An undo that was cut off once its retractions were there had heeded the version before them.
    const isThere =
      standing.length === 0 &&
      created.some(({ id, supersededBy }) => supersededBy === retractionId(call, id));
    const expectedVersion = isThere ? undefined : call.expectedVersion;
    const sequence = { tenantId, vehicleId, events };
    const outcomes = await appendSequence(this.resources, sequence, { atomic: true, expectedVersion });
    // Someone corrected or retracted one of them in between: nothing was written, and the next try sees it.
    if (!outcomes.every(isAccepted))
      throw new Problem('conflict', { detail: 'The vehicle changed: try again' });
    return forTenant(db, tenantId, async (trx) => {
      const position = await undonePosition(trx, { vehicleId, importId: call.params.importId });
      return markUndone(trx, call, {
        ...undone,
        kept: keptOf(created),
        position: position ?? undone.position,
      });
    });
  }
}

async function readUndoable(
  trx: TenantTransaction,
  call: Call,
): Promise<{ undone: Import; created: CreatedEvent[] }> {
  const { caller, params } = call;
  const undone = await readImport(trx, caller.tenantId, params.importId);
  if (undone.status === 'undone') {
    throw new Problem('import-already-undone');
  }
  if (mayStillRun(undone))
    throw new Problem('conflict', { detail: 'The import is still running: try again' });
  const { vehicleId } = undone;
  return { undone, created: await createdBy(trx, { vehicleId, importId: params.importId }) };
}

/** Its events are there all at once, and only then does it say that it is done: what has just begun may yet append them. */
function mayStillRun({ status, createdAt }: Import): boolean {
  return status === 'interrupted' && createdAt !== null && Date.now() - Date.parse(createdAt) < longestRunMs;
}

function retraction({ caller, params }: Call, vehicleId: string, event: CreatedEvent) {
  const id = retractionId({ params }, event.id);
  const decided = retractionOf(event, { id, reason: 'Import undone' });
  const call = { caller, params: { vehicleId }, expectedVersion: undefined };
  return toAppend(call, decided, undoSource(params.importId));
}

/** It follows from the event's, so that an undo that was cut off is the same undo again. */
function retractionId({ params }: Pick<Call, 'params'>, eventId: string): string {
  return v5(`undo:${params.importId}`, eventId);
}

function keptOf(created: readonly CreatedEvent[]): Import['kept'] & object {
  return created
    .filter(({ supersededBy, retracted }) => supersededBy !== null && !retracted)
    .map(({ id, date }) => ({
      eventId: id,
      code: 'corrected-since',
      detail: `The event of ${date} was corrected since, and stays`,
    }));
}

async function markUndone(trx: TenantTransaction, call: Call, answer: Import): Promise<Import> {
  const { caller, params } = call;
  await trx
    .updateTable('imports')
    .set({ answer: JSON.stringify(answer), undoneAt: sql`now()`, undoneBy: caller.userId })
    .where('tenantId', '=', caller.tenantId)
    .where('id', '=', params.importId)
    .execute();
  return readImport(trx, caller.tenantId, params.importId);
}
