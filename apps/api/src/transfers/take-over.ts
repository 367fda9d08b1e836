import { recordAudit } from '@odolog/auth';
import type { TenantTransaction } from '@odolog/db';
import { copyEvents, readStandingOfDays, setStreamOpen, type EventToAppend } from '@odolog/event-store';
import { eventType } from '@odolog/events';
import { Problem } from '@odolog/problems';
import { localDateOf } from '@odolog/vehicle';
import { firstRecordedAt, transferSource } from '@odolog/verify';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import { sayVinTaken } from '../vehicles/vehicle-rules.js';
import { behindItsDay } from './behind-its-day.js';
import type { Going } from './hand-over.js';

/** What comes, and to whom. */
export interface Coming extends Going {
  readonly tenantId: string;
  /** Who takes it over. */
  readonly userId: string;
  readonly garageId: string | null;
}

/**
 * Brings a vehicle into the tenant of the taker: under its id, since the hashes of its history cover that, with its events in
 * the order that they had, and `received`, which says where they came from.
 *
 * @returns the position of the last of them
 * @throws Problem `vin-taken`, `transfer-to-itself`
 */
export async function takeOver(trx: TenantTransaction, coming: Coming): Promise<number> {
  const { tenantId, userId, vehicle } = coming;
  if (!(await reopenCopy(trx, coming))) await sayVinTaken(insertVehicle(trx, coming));
  await sql`SELECT app.open_stream(${tenantId}, ${vehicle.id})`.execute(trx);
  await copyFiles(trx, coming);
  const known = await knownIds(trx, coming);
  const events = coming.events.filter(({ id }) => !known.has(id)).map((event) => copyOf(event, coming));
  const outcomes = await copyEvents(trx, [...events, await receivedEvent(trx, coming)]);
  const refused = outcomes.find(({ status }) => status !== 'appended');
  const last = outcomes.at(-1);
  if (refused || last?.status !== 'appended')
    throw new Error(`A history that stood did not stand again: ${refused?.status}`);
  const subject = { subjectKind: 'vehicle', subjectId: vehicle.id } as const;
  await recordAudit(trx, { tenantId, actorId: userId, action: 'vehicle.received', ...subject });
  return last.position;
}

/** A vehicle that comes back continues the copy that was left behind; what was private there is there still. */
async function reopenCopy(
  trx: TenantTransaction,
  { tenantId, userId, garageId, vehicle }: Coming,
): Promise<boolean> {
  const copy = await trx
    .selectFrom('vehicles')
    .select(['id', 'handedOverAt'])
    .where('tenantId', '=', tenantId)
    .where('id', '=', vehicle.id)
    .executeTakeFirst();
  if (!copy) return false;
  if (copy.handedOverAt === null) throw new Problem('transfer-to-itself');
  await setStreamOpen(trx, vehicle.id, true);
  await sayVinTaken(
    trx
      .updateTable('vehicles')
      .set({
        garageId,
        leftGarageId: null,
        vin: vehicle.vin,
        handedOverAt: null,
        deletedAt: null,
        deletedBy: null,
        updatedAt: sql`now()`,
        updatedBy: userId,
      })
      .where('tenantId', '=', tenantId)
      .where('id', '=', vehicle.id)
      .execute(),
  );
  return true;
}

/** What it is; not what it was called at home, and not the plate, which changes with the owner. */
async function insertVehicle(
  trx: TenantTransaction,
  { tenantId, userId, garageId, vehicle }: Coming,
): Promise<void> {
  const { id, make, model, year, trim, engine, batteryWh, color, vin, kind } = vehicle;
  const { timeZone, currency, distanceUnit, volumeUnit, energies, nickname } = vehicle;
  await trx
    .insertInto('vehicles')
    .values({
      ...{ tenantId, id, garageId, createdBy: userId },
      ...{ make, model, year, trim, engine, batteryWh, color, vin, kind },
      ...{ timeZone, currency, distanceUnit, volumeUnit, energies },
      nickname: (make ?? model) ? null : nickname,
    })
    .execute();
}

/** Under their ids, since events name them. */
async function copyFiles(trx: TenantTransaction, { files, tenantId, userId }: Coming): Promise<void> {
  for (const file of files) {
    await trx
      .insertInto('files')
      .values({ ...file, tenantId, createdBy: userId })
      .onConflict((conflict) => conflict.columns(['tenantId', 'id']).doNothing())
      .execute();
  }
}

async function knownIds(trx: TenantTransaction, { tenantId, events }: Coming): Promise<ReadonlySet<string>> {
  const ids = events.map(({ id }) => id);
  const { rows } = await sql<{ id: string }>`
    SELECT i.id FROM app.event_ids i WHERE i.tenant_id = ${tenantId} AND i.id = ANY (${ids}::uuid[])`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
}

function copyOf(event: Coming['events'][number], { tenantId, userId, transferId }: Coming): EventToAppend {
  const { correctsId, reason, ...rest } = event;
  return {
    ...rest,
    tenantId,
    recordedBy: userId,
    source: transferSource(transferId, firstRecordedAt(event)),
    ...(correctsId !== null && { correctsId }),
    ...(reason !== null && { reason }),
  };
}

/** Behind all that comes, and behind what stands there from before: what was sold this morning is had again. */
async function receivedEvent(trx: TenantTransaction, coming: Coming): Promise<EventToAppend> {
  const { tenantId, userId, transferId, vehicle, now } = coming;
  const { from, origin, whole, abridged, withheld, seal } = coming;
  const date = localDateOf(now.toISOString(), vehicle.timeZone);
  const known = await readStandingOfDays(trx, vehicle.id, [date]);
  return {
    tenantId,
    vehicleId: vehicle.id,
    id: v5('received', transferId),
    type: 'received',
    schemaVersion: eventType('received')?.version ?? 1,
    date,
    ...behindItsDay([...known, ...coming.events], date, now),
    odometer: null,
    odometerM: null,
    notes: null,
    data: { ...(from !== null && { from }), origin, whole, abridged, withheld, seal },
    recordedBy: userId,
    source: `transfer:${transferId}`,
  };
}
