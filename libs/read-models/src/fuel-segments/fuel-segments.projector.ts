import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import { odometerStepM } from '../projector/odometer-step.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';
import { fillsAround, type ChangedPlace } from './fills-around.js';
import { refoldSegments, type ChangedFill } from './refold-segments.js';

/** Fuel economy from energy facts. The fills stand beside the segments: a change folds anew the segments around it. */
export const fuelSegmentsProjector: Projector = {
  name: 'fuel-segments',
  version: 2,
  tables: ['fuel_fills', 'fuel_odometer_steps', 'fuel_segments', 'fuel_rollups'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    const left = await deleteSuperseded<ChangedFill>(trx, target, {
      table: 'fuel_fills',
      eventIds: supersededIds,
    });
    const leftSteps = await deleteSuperseded<ChangedPlace>(trx, target, {
      table: 'fuel_odometer_steps',
      eventIds: supersededIds,
    });
    const fills = recorded.flatMap(fillOf);
    await insertFills(trx, target, fills);
    const steps = recorded.flatMap(stepOf);
    await insertSteps(trx, target, steps);
    await refoldSegments(trx, target, [
      ...(await fillsAround(trx, target, [
        ...leftSteps.map(({ vehicleId, date }) => ({ vehicleId, date })),
        ...steps.map(({ vehicle_id, date }) => ({ vehicleId: vehicle_id, date })),
      ])),
      ...left.map(({ vehicleId, energy, date }) => ({ vehicleId, energy, date })),
      ...fills.map(({ vehicle_id, energy, date }) => ({ vehicleId: vehicle_id, energy, date })),
    ]);
  },
};

function fillOf({ event, facts: { energy } }: RecordedFact) {
  if (!energy) return [];
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    energy: energy.kind,
    date: event.date,
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
    odometer_m: event.odometer?.void ? null : event.odometerM,
    volume_ml: energy.volumeMl ?? null,
    energy_wh: energy.energyWh ?? null,
    fill: energy.fill,
    missed_previous: energy.missedPrevious,
    level_permille: energy.levelPermille ?? null,
    drawn_wh: energy.drawnWh ?? null,
    billed_wh: energy.billedWh ?? null,
  };
}

function stepOf(fact: RecordedFact) {
  const { event } = fact;
  const stepM = odometerStepM(fact);
  if (stepM === 0) return [];
  return {
    event_id: event.id,
    vehicle_id: event.vehicleId,
    date: event.date,
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
    step_m: stepM,
  };
}

async function insertSteps(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  steps: readonly object[],
): Promise<void> {
  if (steps.length === 0) return;
  await sql`
    INSERT INTO app.fuel_odometer_steps (tenant_id, generation, event_id, vehicle_id, date, occurred_at, order_version, step_m)
    SELECT ${tenantId}, ${generation}, s.*
      FROM ${recordset(steps)} AS s (event_id uuid, vehicle_id uuid, date date, occurred_at timestamptz,
                                     order_version integer, step_m bigint)
        ON CONFLICT DO NOTHING`.execute(trx);
}

async function insertFills(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  fills: readonly object[],
): Promise<void> {
  if (fills.length === 0) return;
  await sql`
    INSERT INTO app.fuel_fills (tenant_id, generation, event_id, vehicle_id, energy, date, occurred_at, order_version,
                                odometer_m, volume_ml, energy_wh, fill, missed_previous, level_permille, drawn_wh,
                                billed_wh)
    SELECT ${tenantId}, ${generation}, f.*
      FROM ${recordset(fills)} AS f (event_id uuid, vehicle_id uuid, energy text, date date, occurred_at timestamptz,
                                     order_version integer, odometer_m bigint, volume_ml bigint, energy_wh bigint,
                                     fill text, missed_previous boolean, level_permille smallint, drawn_wh bigint,
                                     billed_wh bigint)
        ON CONFLICT DO NOTHING`.execute(trx);
}
