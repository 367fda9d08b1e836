import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { runtimeStepMin } from '../projector/counted-hours.js';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';

/** The hours that stand, void ones among them, and what true hours gain where the meter was replaced. */
export const hoursReadings: Projector = {
  name: 'hours-readings',
  version: 1,
  tables: ['hours_readings'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    await deleteSuperseded(trx, target, { table: 'hours_readings', eventIds: supersededIds });
    await insertReadings(trx, target, recorded.flatMap(readingOf));
  },
};

function readingOf({ event, facts: { runtime } }: RecordedFact) {
  if (!runtime) return [];
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    date: event.date,
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
    minutes: runtime.minutes,
    void: runtime.void === true,
    step_min: runtimeStepMin(runtime),
  };
}

async function insertReadings(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  readings: readonly object[],
): Promise<void> {
  if (readings.length === 0) return;
  await sql`
    INSERT INTO app.hours_readings (tenant_id, generation, event_id, vehicle_id, date, occurred_at, order_version, minutes, void, step_min)
    SELECT ${tenantId}, ${generation}, r.*
      FROM ${recordset(readings)} AS r (event_id uuid, vehicle_id uuid, date date, occurred_at timestamptz, order_version integer,
                                        minutes bigint, void boolean, step_min bigint)
        ON CONFLICT DO NOTHING`.execute(trx);
}
