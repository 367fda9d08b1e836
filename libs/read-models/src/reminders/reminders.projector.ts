import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { deleteSuperseded } from '../projector/delete-superseded.js';
import type { Projector, RecordedFact, Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';
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
    await insertEvents(
      trx,
      target,
      about.map((each) => rowOf(each, rootIds)),
    );
  },
};

function rowOf({ event, facts }: RecordedFact, rootIds: ReadonlyMap<string, string>) {
  const isVoid = event.odometer?.void === true;
  return {
    event_id: event.id,
    root_id: rootIds.get(event.id) ?? event.id,
    vehicle_id: event.vehicleId,
    date: event.date,
    occurred_at: event.occurredAt,
    order_version: event.orderVersion,
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

async function insertEvents(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  events: readonly object[],
): Promise<void> {
  if (events.length === 0) return;
  await sql`
    INSERT INTO app.reminder_events (tenant_id, generation, event_id, root_id, vehicle_id, date, occurred_at, order_version,
                                     odometer_m, void, reminder, service, step, runtime_min, runtime_step_min, life)
    SELECT ${tenantId}, ${generation}, e.*
      FROM ${recordset(events)} AS e (event_id uuid, root_id uuid, vehicle_id uuid, date date, occurred_at timestamptz,
                                      order_version integer, odometer_m bigint, void boolean, reminder jsonb, service jsonb, step jsonb,
                                      runtime_min bigint, runtime_step_min bigint, life text)
        ON CONFLICT DO NOTHING`.execute(trx);
}
