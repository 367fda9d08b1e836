import { recordAudit } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import { copyEvents, readStream, setStreamOpen, type StoredEvent } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import { requireUnchanged, sealHandover } from '@odolog/proof';
import { localDateOf } from '@odolog/vehicle';
import { sql, type Selectable } from 'kysely';
import type { Schema } from '@odolog/db';
import { v5 } from 'uuid';
import type { Resources } from '../resources.js';
import { readVehicle } from '../vehicles/read-vehicles.js';
import type { Vehicle } from '../vehicles/vehicles.contract.js';
import { behindItsDay } from './behind-its-day.js';
import { handedOver, type HandedOver } from './handed-over.js';
import { transferOf, type readOffer } from './transfer-records.js';

type Offer = Awaited<ReturnType<typeof readOffer>>;
export type FileRow = Selectable<Schema['files']>;

/** Everything that leaves a tenant with a vehicle. */
export interface Going extends HandedOver {
  readonly transferId: string;
  readonly vehicle: Vehicle;
  /** Who hands it over. */
  readonly from: string | null;
  readonly origin: { readonly version: number; readonly chainHash: string };
  readonly seal: string;
  readonly files: readonly FileRow[];
  readonly now: Date;
  /** Leaves the copy that stays: ended by `transferred`, and closed. */
  closeBehind(trx: TenantTransaction): Promise<void>;
}

/** Collects what goes, in the tenant of the giver. Nobody records anything of the vehicle from here on. */
export async function handOver(
  trx: TenantTransaction,
  { config }: Pick<Resources, 'config'>,
  { offer, now }: { readonly offer: Offer; readonly now: Date },
): Promise<Going> {
  const { tenantId, vehicleId, createdBy: userId } = offer;
  await setStreamOpen(trx, vehicleId, true);
  const vehicle = await readVehicle(trx, tenantId, vehicleId);
  const { contents, id: transferId } = transferOf(offer);
  await requireUnchanged(trx, vehicleId);
  const stream = await readStream(trx, vehicleId, { limit: vehicle.version });
  const going = handedOver(stream, contents);
  const origin = { version: vehicle.version, chainHash: await chainHead(trx, vehicleId) };
  const seal = await sealHandover(
    trx,
    { tenantId, userId, secret: config.authSecret },
    {
      transferId,
      vehicleId,
      origin,
      now,
      issuer: config.publicUrl,
      events: going.events,
    },
  );
  return {
    ...going,
    transferId,
    vehicle,
    origin,
    seal,
    now,
    from: await nameOf(trx, userId),
    files: await filesOf(trx, going.events),
    closeBehind: (behind) => closeBehind(behind, { offer, stream, vehicle, now }),
  };
}

async function chainHead(trx: TenantTransaction, vehicleId: string): Promise<string> {
  const { chainHash } = await trx
    .selectFrom('vehicleStreams')
    .select('chainHash')
    .where('vehicleId', '=', vehicleId)
    .executeTakeFirstOrThrow();
  return chainHash.toString('hex');
}

async function nameOf(trx: TenantTransaction, userId: string): Promise<string | null> {
  const row = await trx.selectFrom('profiles').select('name').where('userId', '=', userId).executeTakeFirst();
  return row?.name.trim().slice(0, 200) || null;
}

/** Those that the events name which go. */
async function filesOf(trx: TenantTransaction, events: readonly StoredEvent[]): Promise<FileRow[]> {
  const ids = events.flatMap(({ data: { receiptId, fileIds } }) => [
    ...(typeof receiptId === 'string' ? [receiptId] : []),
    ...(Array.isArray(fileIds) ? (fileIds as string[]) : []),
  ]);
  if (ids.length === 0) return [];
  return trx.selectFrom('files').selectAll().where('id', 'in', ids).execute();
}

interface Ending {
  readonly offer: Offer;
  /** Everything that was recorded of the vehicle. */
  readonly stream: readonly StoredEvent[];
  readonly vehicle: Vehicle;
  readonly now: Date;
}

async function closeBehind(trx: TenantTransaction, { offer, stream, vehicle, now }: Ending): Promise<void> {
  const { tenantId, vehicleId, id: transferId, createdBy, email } = offer;
  const date = localDateOf(now.toISOString(), vehicle.timeZone);
  const [outcome] = await copyEvents(trx, [
    {
      tenantId,
      vehicleId,
      id: v5('transferred', transferId),
      type: 'transferred',
      schemaVersion: eventType('transferred')?.version ?? 1,
      date,
      ...behindItsDay(stream, date, now),
      odometer: null,
      odometerM: null,
      notes: null,
      data: { to: email },
      recordedBy: createdBy,
      source: `transfer:${transferId}`,
    },
  ]);
  if (outcome?.status !== 'appended')
    throw new Error(`The end of a copy was answered with ${outcome?.status}`);
  await setStreamOpen(trx, vehicleId, false);
  await trx
    .updateTable('vehicles')
    .set({ handedOverAt: sql`now()` })
    .where('tenantId', '=', tenantId)
    .where('id', '=', vehicleId)
    .execute();
  // A link that the giver had shared would go on showing what is another's now.
  await trx
    .updateTable('shares')
    .set({ revokedAt: now })
    .where('tenantId', '=', tenantId)
    .where('vehicleId', '=', vehicleId)
    .where('revokedAt', 'is', null)
    .execute();
  const subject = { subjectKind: 'vehicle', subjectId: vehicleId } as const;
  await recordAudit(trx, { tenantId, actorId: null, action: 'vehicle.handed-over', ...subject });
}
