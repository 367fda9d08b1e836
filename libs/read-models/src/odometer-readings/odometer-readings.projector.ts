import { deleteSuperseded } from '../projector/delete-superseded.js';
import { insertRows, placeColumns, placeOf } from '../projector/insert-rows.js';
import { odometerStepM } from '../projector/odometer-step.js';
import type { Projector, RecordedFact } from '../projector/projector.js';

/** The readings that stand, void ones among them, and what true distance gains where the odometer was replaced. */
export const odometerReadings: Projector = {
  name: 'odometer-readings',
  version: 2,
  tables: ['odometer_readings'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    await deleteSuperseded(trx, target, { table: 'odometer_readings', eventIds: supersededIds });
    await insertRows(trx, target, readings, recorded.flatMap(readingOf));
  },
};

const readings = {
  table: 'odometer_readings',
  columns: {
    ...placeColumns,
    time_known: 'boolean',
    odometer_m: 'bigint',
    void: 'boolean',
    typed_value: 'numeric',
    typed_unit: 'text',
    step_m: 'bigint',
  },
} as const;

function readingOf(fact: RecordedFact) {
  const { odometer, odometerM } = fact.event;
  if (odometer === null || odometerM === null) return [];
  return {
    ...placeOf(fact),
    time_known: fact.event.timeKnown,
    odometer_m: odometerM,
    void: odometer.void === true,
    typed_value: odometer.value,
    typed_unit: odometer.unit,
    step_m: odometerStepM(fact),
  };
}
