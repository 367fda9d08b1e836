import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant } from '@odolog/db';
import {
  readCorrected,
  readStreamVersion,
  type AppendOutcome,
  type EventToAppend,
} from '@odolog/event-store';
import { Problem } from '@odolog/problems';
import { decideRecording, type OddVehicle } from '@odolog/vehicle';
import type { Static } from 'typebox';
import { refuseUnknownFiles } from '../files/refuse-unknown-files.js';
import type { CallOf } from '../http/contract.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle, type RecordableVehicle } from '../vehicles/recordable-vehicle.js';
import { toAppend } from './append-and-answer.js';
import { appendBatch, type Decided } from './append-batch.js';
import { isAccepted, refusalOf } from './append-refusal.js';
import { eventWarnings } from './event-warnings.js';
import type { BatchAnswer, recordEvents } from './events.contract.js';
import { recordingId } from './recording-id.js';
import { requireLife } from './require-life.js';
import { isSameRecording } from './same-recording.js';

type Call = CallOf<typeof recordEvents>;
type Batch = Static<typeof BatchAnswer>;
type Item = Batch['items'][number];

export class RecordEvents extends Command<Batch> {
  constructor(
    readonly call: Call,
    readonly source = 'api',
  ) {
    super();
  }
}

/** One refused event does not fail the others; all are appended in one transaction, reminders ahead of what names them. */
@CommandHandler(RecordEvents)
export class RecordEventsHandler implements ICommandHandler<RecordEvents> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call, source }: RecordEvents): Promise<Batch> {
    const { caller, params } = call;
    const vehicle = await recordableVehicle(this.resources, caller, params.vehicleId);
    const possible = call.body.events.map((body, index) => decide(call, vehicle, { body, index, source }));
    const withFiles = await Promise.all(
      possible.map((one, index) => this.namingKnownFiles(call, one, `/events/${index}`)),
    );
    const { decided, events, outcomes } = await appendBatch(this.resources, call, withFiles);
    const items = await this.orFirstAnswers(call, answers(decided, outcomes));
    const warned = await this.withWarnings(call, items, { events, vehicle });
    return summed(warned, await this.versionOf(call));
  }

  /** What was recorded before, and is refused because the vehicle or the types have changed since, is a duplicate all the same. */
  private async orFirstAnswers(call: Call, items: readonly Item[]): Promise<Item[]> {
    const ids = items.map(({ status, index }) => (status === 'refused' ? idOf(call, index) : null));
    const refused = ids.filter((id) => id !== null);
    if (refused.length === 0) return [...items];
    const known = await forTenant(this.resources.db, call.caller.tenantId, (trx) =>
      readCorrected(trx, refused),
    );
    const firsts = new Map(known.map((event) => [event.id, event]));
    return items.map((item) => {
      const first = firsts.get(ids[item.index] ?? '');
      const isSame =
        first?.vehicleId === call.params.vehicleId && isSameRecording(call.body.events[item.index], first);
      if (!isSame) return item;
      const { id: eventId, version, position } = first;
      return { index: item.index, status: 'duplicate', eventId, version, position };
    });
  }

  /** An event that names a file which is not there is refused like any other, and fails none beside it. */
  private async namingKnownFiles(
    { caller, params: { vehicleId } }: Call,
    decided: Decided,
    at: string,
  ): Promise<Decided> {
    if ('problem' in decided) return decided;
    try {
      await refuseUnknownFiles(this.resources, { caller, vehicleId }, decided.event, at);
      return decided;
    } catch (error) {
      if (error instanceof Problem) return { problem: error };
      throw error;
    }
  }

  private async withWarnings(
    { caller }: Call,
    items: readonly Item[],
    { events, vehicle }: { readonly events: readonly EventToAppend[]; readonly vehicle: OddVehicle },
  ): Promise<Item[]> {
    const recorded = new Set(items.flatMap(({ status, eventId }) => (status === 'recorded' ? eventId : [])));
    const warnings = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      eventWarnings(
        trx,
        events.filter(({ id }) => recorded.has(id)),
        vehicle,
      ),
    );
    return items.map((item) => {
      const found = warnings.get(item.eventId ?? '') ?? [];
      return found.length > 0 ? { ...item, warnings: found } : item;
    });
  }

  private async versionOf({ caller, params }: Call): Promise<number> {
    const { db } = this.resources;
    return (await forTenant(db, caller.tenantId, (trx) => readStreamVersion(trx, params.vehicleId))) ?? 0;
  }
}

function decide(
  { expectedVersion: _, ...call }: Call,
  vehicle: RecordableVehicle,
  { body, index, source }: { body: unknown; index: number; source: string },
): Decided {
  const id = idOf(call, index);
  try {
    const at = `/events/${index}`;
    const decided = decideRecording({ body, at, vehicle, id, now: new Date().toISOString() });
    requireLife(call.caller, decided.type, { id: call.params.vehicleId, garageId: vehicle.garageId });
    return { event: toAppend({ ...call, expectedVersion: undefined }, decided, source) };
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

/** Each event of a batch has a key of its own. */
function idOf(call: Omit<Call, 'expectedVersion'>, index: number): string {
  const key = call.idempotencyKey === undefined ? undefined : `${call.idempotencyKey}:${index}`;
  return recordingId({ ...call, idempotencyKey: key }, call.body.events[index]);
}

function answers(decided: readonly Decided[], outcomes: readonly AppendOutcome[]): Item[] {
  let next = 0;
  return decided.map((one, index) => {
    if ('problem' in one) return refused(index, one.problem);
    const outcome = outcomes[next++] as AppendOutcome;
    if (!isAccepted(outcome)) return refused(index, refusalOf(one.event, outcome, `/events/${index}`));
    const { version, position } = outcome;
    const status = outcome.status === 'appended' ? 'recorded' : 'duplicate';
    return { index, status, eventId: one.event.id, version, position };
  });
}

function refused(index: number, { code, title, extras }: Problem): Item {
  return {
    index,
    status: 'refused',
    eventId: null,
    version: null,
    position: null,
    problem: { code, title, ...extras } as Item['problem'] & object,
  };
}

function summed(items: Item[], version: number): Batch {
  const count = (status: Item['status']) => items.filter((item) => item.status === status).length;
  const positions = items.flatMap(({ position }) => position ?? []);
  return {
    items,
    recorded: count('recorded'),
    duplicates: count('duplicate'),
    refused: count('refused'),
    version,
    position: positions.length > 0 ? Math.max(...positions) : null,
  };
}
