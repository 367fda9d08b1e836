import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import { dirtyMonths, monthOf, type DirtyMonths, type VehicleMonthKey } from '../projector/dirty-months.js';
import { insertRows, placeColumns, placeOf } from '../projector/insert-rows.js';
import { odometerStepM } from '../projector/odometer-step.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { summarizeAnew } from './summarize-anew.js';

/** Counts, first and last, and the odometer of a vehicle, from every event that stands. */
export const vehicleSummary: Projector = {
  name: 'vehicle-summary',
  version: 1,
  tables: ['summary_events', 'event_rollups', 'vehicle_summary'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    const left = await deleteSuperseded<VehicleMonthKey>(trx, target, {
      table: 'summary_events',
      eventIds: supersededIds,
    });
    await insertRows(trx, target, summaryEvents, recorded.map(summaryEventOf));
    const dirty = dirtyMonths([
      ...left,
      ...recorded.map(({ event }) => ({ vehicleId: event.vehicleId, month: monthOf(event.date) })),
    ]);
    await countAnew(trx, target, dirty);
    await summarizeAnew(trx, target, dirty.vehicleIds);
  },
};

const summaryEvents = {
  table: 'summary_events',
  columns: {
    ...placeColumns,
    type: 'text',
    month: 'date',
    odometer_m: 'bigint',
    typed_value: 'numeric',
    typed_unit: 'text',
    step_m: 'bigint',
  },
} as const;

function summaryEventOf(fact: RecordedFact) {
  const { event } = fact;
  const { odometer, odometerM } = event;
  const valid = odometer !== null && !odometer.void;
  return {
    ...placeOf(fact),
    type: event.type,
    month: monthOf(event.date),
    odometer_m: valid ? odometerM : null,
    typed_value: valid ? odometer.value : null,
    typed_unit: valid ? odometer.unit : null,
    step_m: odometerStepM(fact),
  };
}

/** By lists instead of a join: the planner has no statistics while a model grows, and would read the whole tenant. */
async function countAnew(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  dirty: DirtyMonths,
): Promise<void> {
  if (dirty.months.length === 0) return;
  const isDirty = sql`
    tenant_id = ${tenantId} AND generation = ${generation}
    AND vehicle_id = ANY (${dirty.vehicleIds}) AND month = ANY (${dirty.months})`;
  await sql`DELETE FROM app.event_rollups WHERE ${isDirty}`.execute(trx);
  await sql`
    INSERT INTO app.event_rollups (tenant_id, generation, vehicle_id, month, type, events)
    SELECT tenant_id, generation, vehicle_id, month, type, count(*)
      FROM app.summary_events WHERE ${isDirty}
     GROUP BY 1, 2, 3, 4, 5`.execute(trx);
}
