import { csvLines, csvOf } from '@odolog/csv';
import { forTenant, type TenantTransaction } from '@odolog/db';
import {
  followCorrections,
  readStream,
  readTimeline,
  type KnownHistory,
  type StoredEvent,
} from '@odolog/event-store';
import { eventType, type Format } from '@odolog/events';
import { Problem } from '@odolog/problems';
import type { IssuedHistory } from '@odolog/proof';
import { readFileSlice } from '../files/file-records.js';
import type { Caller } from '../http/contract.js';
import { namesOf } from '../people/names-of.js';
import { sealHistory } from '../proof/seal-history.js';
import type { Resources } from '../resources.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { ArchivedVehicle } from './describe-tenant.js';
import { distinctNames } from './entry-names.js';
import { eventHead, eventRow, type EventContext } from './event-row.js';
import type { ArchiveEntry } from './zip-of.js';

const pageSize = 200;
const streamPageSize = 1000;
/** Text shrinks to a tenth; these are packed already. */
const isPacked = (mediaType: string) => /^image\/|\/pdf$/.test(mediaType);

interface Wanted {
  readonly caller: Caller;
  readonly vehicle: ArchivedVehicle;
  readonly format: Format;
  /** What stands in the place of a history that must not be sealed. */
  readonly notSealed: string;
}

/**
 * The folder of a vehicle. Its history is sealed as it is now, and its table tells the same events, whatever is recorded meanwhile: a
 * stream only grows. No transaction is open while the reader takes what was read.
 */
export async function* archivedVehicle(resources: Resources, wanted: Wanted): AsyncGenerator<ArchiveEntry> {
  const { caller, vehicle } = wanted;
  const sealed = await seal(resources, wanted);
  if (sealed === 'gone') return;
  const modifiedAt = new Date();
  const at = (name: string) => ({ name: `${vehicle.folder}/${name}`, modifiedAt, isPacked: false });
  if (sealed === 'altered') yield { ...at('NOT-SEALED.txt'), content: [wanted.notSealed] };
  else yield { ...at('history.json'), content: [sealed.file] };
  const version = sealed === 'altered' ? undefined : sealed.version;
  const files = await filesOf(resources, wanted);
  const names = new Map(files.map(({ id, name }) => [id, name]));
  yield { ...at('events.csv'), content: eventsOf(resources, wanted, { version, files: names }) };
  for (const { id, name, mediaType, bytes, createdAt } of files)
    yield {
      ...at(`files/${name}`),
      modifiedAt: createdAt,
      isPacked: isPacked(mediaType),
      content: contentOf(resources, { tenantId: caller.tenantId, id, bytes }),
    };
}

/** A history that was altered goes along as it is found, and nobody vouches for it. */
async function seal(
  { db, config }: Resources,
  { caller, vehicle }: Wanted,
): Promise<IssuedHistory | 'altered' | 'gone'> {
  try {
    return await forTenant(db, caller.tenantId, async (trx) =>
      sealHistory(trx, caller, { vehicle: await readVehicle(trx, caller.tenantId, vehicle.id), config }),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'history-altered') return 'altered';
    // deleted since the archive was begun
    if (error.code === 'not-found') return 'gone';
    throw error;
  }
}

function filesOf({ db }: Resources, { caller: { tenantId }, vehicle }: Wanted) {
  return forTenant(db, tenantId, async (trx) => {
    const rows = await trx
      .selectFrom('files')
      .select(['id', 'name', 'mediaType', 'bytes', 'createdAt'])
      .where('tenantId', '=', tenantId)
      .where('vehicleId', '=', vehicle.id)
      .orderBy('id')
      .execute();
    const named = distinctNames();
    return rows.map((row) => ({ ...row, name: named(row.name) }));
  });
}

/** Less at a time than a file is: the database answers bytes as text of twice the size. */
const sliceBytes = 1024 * 1024;

async function* contentOf(
  { db }: Resources,
  { tenantId, id, bytes }: { readonly tenantId: string; readonly id: string; readonly bytes: number },
): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes; from += sliceBytes)
    yield await forTenant(db, tenantId, (trx) =>
      readFileSlice(trx, { tenantId, id }, { from, bytes: sliceBytes }),
    );
}

interface Told extends Pick<EventContext, 'files'> {
  /** Where the sealed history ended; without one, all that there is. */
  readonly version: number | undefined;
}

/** The table of the events, newest first, a page at a time. */
async function* eventsOf(
  resources: Resources,
  { caller: { tenantId }, vehicle, format }: Wanted,
  { version, files }: Told,
): AsyncGenerator<string> {
  const { db } = resources;
  const supersededBy =
    version === undefined
      ? new Map<string, Superseding>()
      : await forTenant(db, tenantId, (trx) => supersededIn(trx, { vehicleId: vehicle.id, version }));
  const known = version !== undefined && {
    known: { versions: { [vehicle.id]: version }, out: outOf(supersededBy) },
  };
  yield csvOf(eventHead, []);
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await readTimeline(db, tenantId, {
      vehicleId: vehicle.id,
      includeSuperseded: true,
      limit: pageSize,
      ...known,
      ...(cursor !== undefined && { cursor }),
    });
    const authors = page.items.map(({ recordedBy }) => recordedBy);
    const people = await forTenant(db, tenantId, (trx) => namesOf(trx, authors));
    const context = { format, timeZone: vehicle.timeZone, people, files, supersededBy };
    yield csvLines(page.items.map((event) => eventRow(event, context)));
    cursor = page.nextCursor;
  }
}

/** Of an event, what tells whether another stands. */
type Superseding = Pick<StoredEvent, 'id' | 'type' | 'correctsId' | 'reason'>;

/** What keeps events from standing in a history of so many, by the ids of these. */
async function supersededIn(
  trx: TenantTransaction,
  { vehicleId, version }: { readonly vehicleId: string; readonly version: number },
): Promise<ReadonlyMap<string, Superseding>> {
  const links: Superseding[] = [];
  while (links.length < version) {
    const limit = Math.min(streamPageSize, version - links.length);
    const events = await readStream(trx, vehicleId, { afterVersion: links.length, limit });
    if (events.length === 0) break;
    links.push(...events.map(({ id, type, correctsId, reason }) => ({ id, type, correctsId, reason })));
  }
  return followCorrections(links).supersededBy;
}

function outOf(supersededBy: ReadonlyMap<string, Superseding>): KnownHistory['out'] {
  return new Map(
    [...supersededBy].map(([id, { type }]) => [id, eventType(type)?.hides ? 'retracted' : 'superseded']),
  );
}
