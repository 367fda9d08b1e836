import type { TenantTransaction } from '@odolog/db';
import type { StoredEvent } from '@odolog/event-store';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import type { Projector, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';

/** The readings that stand, void ones among them. It reads the envelope and no fact. */
export const odometerReadings: Projector = {
  name: 'odometer-readings',
  tables: ['odometer_readings'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    await deleteSuperseded(trx, target, { table: 'odometer_readings', eventIds: supersededIds });
    await insertReadings(
      trx,
      target,
      recorded.flatMap(({ event }) => readingOf(event)),
    );
  },
};

function readingOf({ odometer, odometerM, ...event }: StoredEvent) {
  if (odometer === null || odometerM === null) return [];
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    date: event.date,
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
    odometer_m: odometerM,
    void: odometer.void === true,
    typed_value: odometer.value,
    typed_unit: odometer.unit,
  };
}

async function insertReadings(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  readings: readonly object[],
): Promise<void> {
  if (readings.length === 0) return;
  await sql`
    INSERT INTO app.odometer_readings (tenant_id, generation, event_id, vehicle_id, date, occurred_at, order_version,
                                       odometer_m, void, typed_value, typed_unit)
    SELECT ${tenantId}, ${generation}, r.*
      FROM ${recordset(readings)} AS r (event_id uuid, vehicle_id uuid, date date, occurred_at timestamptz, order_version integer,
                                        odometer_m bigint, void boolean, typed_value numeric, typed_unit text)
        ON CONFLICT DO NOTHING`.execute(trx);
}
