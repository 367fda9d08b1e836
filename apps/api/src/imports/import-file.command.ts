import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { forTenant, type TenantTransaction } from '@odolog/db';
import { inSteps, type AppendOutcome, type EventToAppend } from '@odolog/event-store';
import {
  detectFormat,
  readFile,
  readingRows,
  saidReadings,
  unlikelyLast,
  type ReadRows,
} from '@odolog/imports';
import { holdTo, Problem } from '@odolog/problems';
import { waitForPosition } from '@odolog/read-models';
import { createHash } from 'node:crypto';
import { requireAllowed } from '../access/require.js';
import { vehicleResource } from '../access/resource-of.js';
import { appendSequence } from '../events/append-sequence.js';
import { eventWarnings } from '../events/event-warnings.js';
import { placeInTheirDay } from '../events/place-in-their-day.js';
import { Answer } from '../http/answer.js';
import type { CallOf } from '../http/contract.js';
import { type Claim, claimId, idFor, isClaimed } from '../http/idempotency.js';
import type { Upload } from '../http/read-upload.js';
import { formatOf } from '../people/viewer.js';
import { type Resources, RESOURCES } from '../resources.js';
import { recordableVehicle, type RecordableVehicle } from '../vehicles/recordable-vehicle.js';
import { createdBy } from './created-events.js';
import { rowsOf, type Appended } from './import-answer.js';
import { idsOfRows } from './import-ids.js';
import { beginImport, findImport, forgetImport, keepAnswer, readImport } from './import-records.js';
import { uploadImport, type Import } from './imports.contract.js';
import { planImport, type ImportPlan } from './plan-import.js';

type Call = CallOf<typeof uploadImport>;

/** Who imported a history looks at it next: so long the answer waits for the projectors, which are seldom far behind. */
const longestWaitMs = 1_000;

/** What was appended in one go, each event with its outcome. */
interface Sequence {
  readonly events: readonly EventToAppend[];
  readonly appended: readonly AppendOutcome[];
}

export class ImportFile extends Command<Answer<Import>> {
  constructor(readonly call: Call) {
    super();
  }
}

/** A dry run is the real append, rolled back: it cannot promise what the import then refuses. */
@CommandHandler(ImportFile)
export class ImportFileHandler implements ICommandHandler<ImportFile> {
  constructor(@Inject(RESOURCES) private readonly resources: Resources) {}

  async execute({ call }: ImportFile): Promise<Answer<Import>> {
    const { db } = this.resources;
    const { tenantId } = call.caller;
    requireAllowed(
      call.caller,
      'import.run',
      await vehicleResource(this.resources, call.caller, call.body.vehicleId),
    );
    const importId = idFor(call);
    const before = await forTenant(db, tenantId, (trx) => answeredBefore(trx, call, importId));
    if (before && before.status !== 'interrupted') return new Answer(200, before);
    const vehicle = await recordableVehicle(this.resources, call.caller, call.body.vehicleId);
    holdTo(call.body, uploadImport.rules);
    const read = await readUploaded(call, vehicle);
    const plan = await this.plan(call, { vehicle, read, importId });
    const dryRun = call.body.dryRun === 'true';
    return dryRun ? this.rehearse(call, read, plan) : this.perform(call, { read, plan, importId });
  }

  private async plan(
    { caller, body }: Call,
    { vehicle, read, importId }: { vehicle: RecordableVehicle; read: ReadRows; importId: string },
  ): Promise<ImportPlan> {
    const { vehicleId, timeZone = vehicle.timeZone } = body;
    const fingerprints = read.rows.flatMap((row) => ('fingerprint' in row ? row.fingerprint : []));
    const ids = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      idsOfRows(trx, { tenantId: caller.tenantId, vehicleId }, fingerprints),
    );
    return planImport(read, ids, { caller, vehicleId, timeZone, importId, now: new Date().toISOString() });
  }

  private async rehearse(call: Call, read: ReadRows, plan: ImportPlan): Promise<Answer<Import>> {
    const appended = await this.readAppended(call, plan, await this.append(call, plan, { dryRun: true }));
    const rows = { ...(await rowsOf(plan, appended)), position: null };
    return new Answer(200, { ...frameOf(call, read, plan), ...rows, dryRun: true });
  }

  private async perform(
    call: Call,
    { read, plan, importId }: { read: ReadRows; plan: ImportPlan; importId: string },
  ): Promise<Answer<Import>> {
    const { db } = this.resources;
    const { tenantId } = call.caller;
    const frame = { ...frameOf(call, read, plan), id: importId, status: 'interrupted' as const };
    const hasBegun = await forTenant(db, tenantId, async (trx) => {
      const claim = claimOf(call, importId);
      if (claim) await claimId(trx, claim);
      return beginImport(trx, call.caller, frame);
    });
    const isThere = !hasBegun && (await this.isThere(call, importId));
    const sequence = await this.append(call, plan, { dryRun: false, isThere }).catch(
      async (error: unknown) => {
        if (hasBegun && isRefusedWhole(error))
          await forTenant(db, tenantId, (trx) => forgetImport(trx, tenantId, importId));
        throw error;
      },
    );
    const appended = await this.readAppended(call, plan, { ...sequence, importId });
    const answer: Import = { ...frame, ...(await rowsOf(plan, appended)), status: 'done' };
    const kept = await forTenant(db, tenantId, async (trx) => {
      await keepAnswer(trx, tenantId, answer);
      return readImport(trx, tenantId, importId);
    });
    if (answer.created > 0 && answer.position !== null) {
      await waitForPosition(db, { tenantId, position: answer.position }, { timeoutMs: longestWaitMs });
    }
    return new Answer(201, kept, { location: `/api/v1/imports/${importId}` });
  }

  private async append(
    { caller, body, expectedVersion }: Call,
    { planned }: ImportPlan,
    { dryRun, isThere = false }: { readonly dryRun: boolean; readonly isThere?: boolean },
  ): Promise<Sequence> {
    const fresh = planned.filter(({ isDuplicate }) => !isDuplicate).map(({ event }) => event);
    const events = unlikelyLast(await placeInTheirDay(this.resources, fresh));
    const sequence = { tenantId: caller.tenantId, vehicleId: body.vehicleId, events };
    const options = { dryRun, expectedVersion: isThere ? undefined : expectedVersion };
    return { events, appended: await appendSequence(this.resources, sequence, options) };
  }

  /** Whether an attempt at this very import left rows, and no undo took them back: it had heeded the version before them. */
  private async isThere({ caller, body, expectedVersion }: Call, importId: string): Promise<boolean> {
    if (expectedVersion === undefined) return false;
    const created = await forTenant(this.resources.db, caller.tenantId, (trx) =>
      createdBy(trx, { vehicleId: body.vehicleId, importId }),
    );
    return created.some(({ retracted }) => !retracted);
  }

  /** What is to be told of it; nothing of a dry run was ever cut off before. */
  private async readAppended(
    { caller, body }: Call,
    { planned }: ImportPlan,
    { events, appended, importId }: Sequence & { readonly importId?: string },
  ): Promise<Appended> {
    const { db } = this.resources;
    const outcomes = new Map(events.map(({ id }, index) => [id, appended[index] as AppendOutcome]));
    const known = planned.filter(({ event }) => outcomes.get(event.id)?.status !== 'appended');
    if (importId !== undefined && known.length > 0) {
      for (const [id, outcome] of await this.cutOffBefore(caller, { vehicleId: body.vehicleId, importId }))
        outcomes.set(id, outcome);
    }
    const placed = new Map(
      [...planned.map(({ event }) => event), ...events].map((event) => [event.id, event]),
    );
    const created = [...placed.values()].filter(({ id }) => outcomes.get(id)?.status === 'appended');
    const { timeZone, batteryWh } = await recordableVehicle(this.resources, caller, body.vehicleId);
    return {
      outcomes,
      warnings: await forTenant(db, caller.tenantId, (trx) =>
        eventWarnings(trx, created, { timeZone: body.timeZone ?? timeZone, batteryWh }),
      ),
      format: await formatOf(this.resources, caller),
    };
  }

  /** What an attempt at this very import appended that was cut off, or runs beside this one: it is no duplicate. */
  private async cutOffBefore(
    { tenantId }: Call['caller'],
    of: { readonly vehicleId: string; readonly importId: string },
  ): Promise<[string, AppendOutcome][]> {
    const created = await forTenant(this.resources.db, tenantId, (trx) => createdBy(trx, of));
    return created.map(({ id, version, position }) => [id, { status: 'appended', version, position }]);
  }
}

/**
 * Another version than the client knows: no row was looked at. Or the database said that there is no room, and took all back. Whatever
 * else goes wrong may have left some.
 */
function isRefusedWhole(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'version-conflict';
  return /^53/.test(String((error as { readonly code?: unknown }).code));
}

/** What the same key was answered before. @throws Problem `idempotency-key-reused` for another file or declaration */
async function answeredBefore(
  trx: TenantTransaction,
  call: Call,
  importId: string,
): Promise<Import | undefined> {
  const claim = claimOf(call, importId);
  const isKnown = claim && (await isClaimed(trx, claim));
  return isKnown ? findImport(trx, claim.tenantId, importId) : undefined;
}

/** Made only once the file could be read: what was refused, or only rehearsed, leaves the key free. */
function claimOf({ caller, body, file, idempotencyKey }: Call, id: string): Claim | undefined {
  if (idempotencyKey === undefined) return undefined;
  const digest = createHash('sha256').update((file as Upload).bytes);
  const content = { ...body, file: digest.digest('hex') };
  return { tenantId: caller.tenantId, id, operation: 'uploadImport', content };
}

function readUploaded({ body, file }: Call, vehicle: RecordableVehicle): Promise<ReadRows> {
  const { bytes } = file as Upload;
  const text = readFile(bytes);
  const declared = { ...body, readings: saidReadings(body.readings), vehicle };
  return inSteps(readingRows(detectFormat(text, body.format), text, declared));
}

/** What can be said of an import before its rows are there. */
function frameOf({ body, file }: Call, { detected, rows }: ReadRows, { planned }: ImportPlan): Import {
  const { currency, distanceUnit, volumeUnit, energyUnit, timeZone, dateOrder } = body;
  return {
    id: null,
    vehicleId: body.vehicleId,
    format: detected.format,
    dryRun: false,
    status: 'planned',
    created: 0,
    duplicates: 0,
    refused: [],
    rows: [],
    declared: JSON.parse(
      JSON.stringify({ currency, distanceUnit, volumeUnit, energyUnit, timeZone, dateOrder }),
    ) as object,
    detected: { ...detected },
    file: {
      name: (file as Upload).name,
      rows: rows.length,
      from: planned[0]?.event.date ?? null,
      to: planned.at(-1)?.event.date ?? null,
    },
    position: null,
    createdAt: null,
    undoneAt: null,
  };
}
