import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import { odometerStepM } from '../projector/odometer-step.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';

/** The readings that stand, void ones among them, and what true distance gains where the odometer was replaced. */
export const odometerReadings: Projector = {
  name: 'odometer-readings',
  version: 1,
  tables: ['odometer_readings'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    await deleteSuperseded(trx, target, { table: 'odometer_readings', eventIds: supersededIds });
    await insertReadings(trx, target, recorded.flatMap(readingOf));
  },
};

function readingOf(fact: RecordedFact) {
  const { odometer, odometerM, ...event } = fact.event;
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
    step_m: odometerStepM(fact),
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
                                       odometer_m, void, typed_value, typed_unit, step_m)
    SELECT ${tenantId}, ${generation}, r.*
      FROM ${recordset(readings)} AS r (event_id uuid, vehicle_id uuid, date date, occurred_at timestamptz, order_version integer,
                                        odometer_m bigint, void boolean, typed_value numeric, typed_unit text,
                                        step_m bigint)
        ON CONFLICT DO NOTHING`.execute(trx);
}
