import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';
import { summarizeAnew } from './summarize-anew.js';

/** Counts, first and last, the odometer and the reminders of a vehicle, from every event that stands. */
export const vehicleSummary: Projector = {
  name: 'vehicle-summary',
  tables: ['summary_events', 'event_rollups', 'vehicle_summary'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    const left = await deleteSuperseded<DirtyMonth>(trx, target, {
      table: 'summary_events',
      eventIds: supersededIds,
    });
    await insertEvents(trx, target, recorded.map(summaryEventOf));
    const dirty = [
      ...left.map(({ vehicleId, month }) => ({ vehicleId, month })),
      ...recorded.map(({ event }) => ({ vehicleId: event.vehicleId, month: monthOf(event.date) })),
    ];
    await countAnew(trx, target, dirty);
    await summarizeAnew(trx, target, [...new Set(dirty.map(({ vehicleId }) => vehicleId))]);
  },
};

interface DirtyMonth {
  readonly vehicleId: string;
  readonly month: string;
}

function monthOf(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

function summaryEventOf({ event, facts: { reminder, service } }: RecordedFact) {
  const { odometer, odometerM } = event;
  const valid = odometer !== null && !odometer.void;
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    type: event.type,
    date: event.date,
    month: monthOf(event.date),
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
    odometer_m: valid ? odometerM : null,
    typed_value: valid ? odometer.value : null,
    typed_unit: valid ? odometer.unit : null,
    reminder: reminder ?? null,
    service_kinds: service?.kinds ?? null,
  };
}

async function insertEvents(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  events: readonly object[],
): Promise<void> {
  if (events.length === 0) return;
  await sql`
    INSERT INTO app.summary_events (tenant_id, generation, event_id, vehicle_id, type, date, month, occurred_at, order_version,
                                    odometer_m, typed_value, typed_unit, reminder, service_kinds)
    SELECT ${tenantId}, ${generation}, e.*
      FROM ${recordset(events)} AS e (event_id uuid, vehicle_id uuid, type text, date date, month date, occurred_at timestamptz,
                                      order_version integer, odometer_m bigint, typed_value numeric, typed_unit text,
                                      reminder jsonb, service_kinds text[])
        ON CONFLICT DO NOTHING`.execute(trx);
}

async function countAnew(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  months: readonly DirtyMonth[],
): Promise<void> {
  if (months.length === 0) return;
  const dirty = sql`(SELECT DISTINCT d."vehicleId" AS vehicle_id, d.month FROM ${recordset(months)} AS d ("vehicleId" uuid, month date)) d`;
  await sql`
    DELETE FROM app.event_rollups r USING ${dirty}
     WHERE r.tenant_id = ${tenantId} AND r.generation = ${generation} AND r.vehicle_id = d.vehicle_id AND r.month = d.month`.execute(
    trx,
  );
  await sql`
    INSERT INTO app.event_rollups (tenant_id, generation, vehicle_id, month, type, events)
    SELECT e.tenant_id, e.generation, e.vehicle_id, e.month, e.type, count(*)
      FROM ${dirty}
      JOIN app.summary_events e ON e.tenant_id = ${tenantId} AND e.generation = ${generation}
       AND e.vehicle_id = d.vehicle_id AND e.month = d.month
     GROUP BY 1, 2, 3, 4, 5`.execute(trx);
}
