import type { TenantTransaction } from '@odolog/db';
import type { LifeFact, ReminderFact, ReminderStepFact, ServiceFact } from '@odolog/events';
import { usageOf, type MeterReading, type ReminderContext } from '@odolog/vehicle';
import { sql } from 'kysely';
import { inTrueDistance } from './true-distance.js';
import { readReplacements, type Ahead } from './read-replacements.js';

/** After every date there is. */
const latest = '9999-12-31';

interface ReminderRow {
  readonly vehicleId: string;
  readonly eventId: string;
  readonly rootId: string;
  readonly date: string;
  readonly odometerM: number | null;
  /** The day of that reading. */
  readonly readOn: string | null;
  readonly void: boolean;
  readonly reminder: ReminderFact | null;
  readonly service: ServiceFact | null;
  readonly step: ReminderStepFact | null;
  readonly runtimeMin: number | null;
  readonly life: LifeFact['stage'] | null;
}

/**
 * What the reminders of vehicles are judged by, by vehicle id; a vehicle without a reminder has none. The live generation is
 * named, since the worker sees every one.
 * @param until counting only what is dated up to that day
 */
export async function readReminderContexts(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  until = 'infinity',
): Promise<Map<string, ReminderContext>> {
  const { rows } = await sql<ReminderRow>`
    SELECT r.vehicle_id, r.event_id, r.root_id, r.date, r.void, r.reminder, r.service, r.step, r.runtime_min, r.life,
           COALESCE(r.odometer_m, known.odometer_m) AS odometer_m,
           CASE WHEN r.odometer_m IS NULL THEN known.date ELSE r.date END AS read_on
      FROM app.reminder_events r
      LEFT JOIN LATERAL (
        SELECT o.odometer_m, o.date FROM app.odometer_readings o
         WHERE r.odometer_m IS NULL
           AND o.tenant_id = r.tenant_id AND o.generation = app.live_generation('odometer-readings')
           AND o.vehicle_id = r.vehicle_id AND NOT o.void AND o.date <= r.date
         ORDER BY o.date DESC, o.occurred_at DESC, o.order_version DESC LIMIT 1) known ON true
     WHERE r.tenant_id = app.current_tenant_id() AND r.generation = app.live_generation('reminders')
       AND r.vehicle_id = ANY (${vehicleIds}) AND r.date <= ${until}::date
     ORDER BY r.vehicle_id, r.date, r.occurred_at, r.order_version`.execute(trx);
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  const reminded = [...byVehicle.keys()].filter((id) =>
    byVehicle.get(id)?.some(({ reminder }) => reminder !== null),
  );
  const readings = await readEndReadings(trx, reminded, until);
  const aheadOf = await readReplacements(trx, reminded, until);
  return new Map(
    reminded.map((vehicleId) => [
      vehicleId,
      contextOf(byVehicle.get(vehicleId) ?? [], readings.get(vehicleId) ?? [], aheadOf(vehicleId)),
    ]),
  );
}

/** Rows of one vehicle, in their order; odometers as true distance, which goes on where one was replaced. */
function contextOf(
  rows: readonly ReminderRow[],
  readings: readonly MeterReading[],
  ahead: Ahead,
): ReminderContext {
  const known = withMeters(rows, ahead);
  const hours = rows.flatMap(({ date, runtimeMin }) =>
    runtimeMin === null ? [] : [{ date, value: runtimeMin }],
  );
  return {
    reminders: known.flatMap(({ row, ...at }) =>
      row.reminder
        ? [
            {
              ...at,
              id: row.rootId,
              eventId: row.eventId,
              fact: inTrueDistance(row.reminder, ahead(row.date)),
            },
          ]
        : [],
    ),
    services: known.flatMap(({ row, ...at }) =>
      row.service
        ? [{ ...at, void: row.void, kinds: row.service.kinds, reminderIds: row.service.reminderIds ?? [] }]
        : [],
    ),
    steps: known.flatMap(({ row, ...at }) => (row.step ? [{ ...at, fact: row.step }] : [])),
    odometer: usageOf(readings.map(({ date, value }) => ({ date, value: value + ahead(date) }))),
    runtime: usageOf(hours),
    aheadM: ahead(latest),
    gone: !['acquired', undefined].includes(rows.findLast(({ life }) => life !== null)?.life ?? undefined),
  };
}

/** Each row with true distance, and with what the hours meter showed last. */
function withMeters(rows: readonly ReminderRow[], ahead: Ahead) {
  let last: number | null = null;
  return rows.map((row) => {
    last = row.runtimeMin ?? last;
    const { date, odometerM, readOn } = row;
    const trueM = odometerM === null || readOn === null ? null : odometerM + ahead(readOn);
    return { row, date, odometerM: trueM, runtimeMin: last };
  });
}

/** The first and the last valid reading of each vehicle: an average needs no more. */
async function readEndReadings(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  until: string,
): Promise<Map<string, MeterReading[]>> {
  const ofVehicle = sql`
    o.tenant_id = app.current_tenant_id() AND o.generation = app.live_generation('odometer-readings')
    AND o.vehicle_id = v.id AND NOT o.void AND o.date <= ${until}::date`;
  const { rows } = await sql<MeterReading & { readonly vehicleId: string }>`
    SELECT v.id AS vehicle_id, reading.date, reading.odometer_m AS value
      FROM unnest(${vehicleIds}::uuid[]) v(id)
     CROSS JOIN LATERAL (
       (SELECT 1 AS place, o.date, o.odometer_m FROM app.odometer_readings o WHERE ${ofVehicle}
         ORDER BY o.date, o.occurred_at, o.order_version LIMIT 1)
       UNION ALL
       (SELECT 2, o.date, o.odometer_m FROM app.odometer_readings o WHERE ${ofVehicle}
         ORDER BY o.date DESC, o.occurred_at DESC, o.order_version DESC LIMIT 1)) reading
     ORDER BY v.id, reading.place`.execute(trx);
  return Map.groupBy(rows, ({ vehicleId }) => vehicleId);
}
