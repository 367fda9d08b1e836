import { deleteSuperseded } from '../projector/delete-superseded.js';
import { insertRows, placeColumns, placeOf } from '../projector/insert-rows.js';
import type { Projector, RecordedFact } from '../projector/projector.js';
import { countedMin, hasVoidReading, runtimeStepMin } from '../projector/counted-hours.js';
import { rootIdsOf } from './root-ids.js';

/** What is said about reminders, the work that completes them, what hours meters showed, and when a vehicle changed hands. */
export const reminders: Projector = {
  name: 'reminders',
  version: 3,
  tables: ['reminder_events'],
  apply: async (trx, target, { recorded, supersededIds }) => {
    await deleteSuperseded(trx, target, { table: 'reminder_events', eventIds: supersededIds });
    const about = recorded.filter(
      ({ facts }) => facts.reminder ?? facts.service ?? facts.reminderStep ?? facts.runtime ?? facts.life,
    );
    const rootIds = await rootIdsOf(
      trx,
      about.flatMap(({ event }) => (event.correctsId === null ? [] : [event.id])),
    );
    await insertRows(
      trx,
      target,
      events,
      about.map((each) => rowOf(each, rootIds)),
    );
  },
};

const events = {
  table: 'reminder_events',
  columns: {
    ...placeColumns,
    root_id: 'uuid',
    odometer_m: 'bigint',
    void: 'boolean',
    reminder: 'jsonb',
    service: 'jsonb',
    step: 'jsonb',
    runtime_min: 'bigint',
    runtime_step_min: 'bigint',
    life: 'text',
  },
} as const;

function rowOf(fact: RecordedFact, rootIds: ReadonlyMap<string, string>) {
  const { event, facts } = fact;
  const isVoid = event.odometer?.void === true;
  return {
    ...placeOf(fact),
    root_id: rootIds.get(event.id) ?? event.id,
    odometer_m: isVoid ? null : event.odometerM,
    void: hasVoidReading(event, facts.runtime),
    reminder: facts.reminder ?? null,
    service: facts.service ?? null,
    step: facts.reminderStep ?? null,
    runtime_min: countedMin(facts.runtime),
    runtime_step_min: runtimeStepMin(facts.runtime),
    life: facts.life?.stage ?? null,
  };
}
