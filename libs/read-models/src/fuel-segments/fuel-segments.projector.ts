import { deleteSuperseded } from '../projector/delete-superseded.js';
import { insertRows, placeColumns, placeOf } from '../projector/insert-rows.js';
import { odometerStepM } from '../projector/odometer-step.js';
import type { Projector, RecordedFact } from '../projector/projector.js';
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
    await insertRows(trx, target, fuelFills, fills);
    const steps = recorded.flatMap(stepOf);
    await insertRows(trx, target, odometerSteps, steps);
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

const fuelFills = {
  table: 'fuel_fills',
  columns: {
    ...placeColumns,
    energy: 'text',
    odometer_m: 'bigint',
    volume_ml: 'bigint',
    energy_wh: 'bigint',
    fill: 'text',
    missed_previous: 'boolean',
    level_permille: 'smallint',
    drawn_wh: 'bigint',
    billed_wh: 'bigint',
  },
} as const;
const odometerSteps = {
  table: 'fuel_odometer_steps',
  columns: { ...placeColumns, step_m: 'bigint' },
} as const;

function fillOf(fact: RecordedFact) {
  const { event, facts } = fact;
  const { energy } = facts;
  if (!energy) return [];
  return {
    ...placeOf(fact),
    energy: energy.kind,
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
  const stepM = odometerStepM(fact);
  if (stepM === 0) return [];
  return { ...placeOf(fact), step_m: stepM };
}
