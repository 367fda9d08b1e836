import { runtimeStepMin } from '../projector/counted-hours.js';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import { insertRows, placeColumns, placeOf } from '../projector/insert-rows.js';
import type { Projector, RecordedFact } from '../projector/projector.js';

/** The hours that stand, void ones among them, and what true hours gain where the meter was replaced. */
export const hoursReadings: Projector = {
  name: 'hours-readings',
  version: 2,
  tables: ['hours_readings'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    await deleteSuperseded(trx, target, { table: 'hours_readings', eventIds: supersededIds });
    await insertRows(trx, target, readings, recorded.flatMap(readingOf));
  },
};

const readings = {
  table: 'hours_readings',
  columns: { ...placeColumns, time_known: 'boolean', minutes: 'bigint', void: 'boolean', step_min: 'bigint' },
} as const;

function readingOf(fact: RecordedFact) {
  const { runtime } = fact.facts;
  if (!runtime) return [];
  return {
    ...placeOf(fact),
    time_known: fact.event.timeKnown,
    minutes: runtime.minutes,
    void: runtime.void === true,
    step_min: runtimeStepMin(runtime),
  };
}
