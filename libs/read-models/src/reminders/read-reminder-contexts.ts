import type { TenantTransaction } from '@odolog/db';
import type { MeterReading, ReminderContext } from '@odolog/vehicle';
import { sql } from 'kysely';
import { recordset } from '../projector/recordset.js';
import type { VehicleOnDay } from '../vehicle-on-day.js';
import { readReplacements } from './read-replacements.js';
import { contextOf, type ReminderRow } from './reminder-context.js';

type VehicleRow = ReminderRow & { readonly vehicleId: string };

/** What the reminders of vehicles are judged by, by vehicle id; a vehicle without a reminder has none. */
export async function readReminderContexts(
  trx: TenantTransaction,
  vehicles: readonly VehicleOnDay[],
): Promise<Map<string, ReminderContext>> {
  const { rows } = await sql<{ id: string }>`
    SELECT v.id FROM unnest(${vehicles.map(({ id }) => id)}::uuid[]) v(id)
     WHERE EXISTS (SELECT FROM app.reminder_events s
                    WHERE s.tenant_id = (SELECT app.current_tenant_id()) AND s.generation = (SELECT app.live_generation('reminders'))
                      AND s.vehicle_id = v.id AND s.reminder IS NOT NULL)`.execute(trx);
  const reminded = new Set(rows.map(({ id }) => id));
  return readContexts(
    trx,
    vehicles.filter(({ id }) => reminded.has(id)),
  );
}

/** The same of one vehicle, also where no reminder is folded yet. */
export async function readReminderContext(
  trx: TenantTransaction,
  vehicle: VehicleOnDay,
): Promise<ReminderContext> {
  return (await readContexts(trx, [vehicle])).get(vehicle.id)!;
}

/** The live generation is named, since the worker sees every one. */
async function readContexts(
  trx: TenantTransaction,
  vehicles: readonly VehicleOnDay[],
): Promise<Map<string, ReminderContext>> {
  if (vehicles.length === 0) return new Map();
  const reminded = sql<VehicleRow>`
    SELECT r.vehicle_id, r.event_id, r.root_id, r.date, r.order_version, r.void, r.reminder, r.service, r.step, r.runtime_min, r.runtime_step_min, r.life,
           COALESCE(r.odometer_m, known.odometer_m) AS odometer_m,
           CASE WHEN r.odometer_m IS NULL THEN known.date ELSE r.date END AS read_on
      FROM ${recordset(vehicles)} AS v (id uuid, today date)
      JOIN app.reminder_events r
        ON r.tenant_id = (SELECT app.current_tenant_id()) AND r.generation = (SELECT app.live_generation('reminders'))
       AND r.vehicle_id = v.id AND (r.date <= v.today OR r.reminder IS NOT NULL)
      LEFT JOIN LATERAL (
        SELECT o.odometer_m, o.date FROM app.odometer_readings o
         WHERE r.odometer_m IS NULL
           AND o.tenant_id = r.tenant_id AND o.generation = (SELECT app.live_generation('odometer-readings'))
           AND o.vehicle_id = r.vehicle_id AND NOT o.void AND o.date <= LEAST(r.date, v.today)
         ORDER BY o.date DESC, o.occurred_at DESC, o.order_version DESC LIMIT 1) known ON true
     ORDER BY r.vehicle_id, r.date, r.occurred_at, r.order_version`;
  const [{ rows }, readings, aheadOf] = await Promise.all([
    reminded.execute(trx),
    readEndReadings(trx, vehicles),
    readReplacements(trx, vehicles),
  ]);
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  return new Map(
    vehicles.map(({ id }) => [id, contextOf(byVehicle.get(id) ?? [], readings.get(id) ?? [], aheadOf(id))]),
  );
}

/** The first and the last valid reading of each vehicle up to its day: an average needs no more. */
async function readEndReadings(
  trx: TenantTransaction,
  vehicles: readonly VehicleOnDay[],
): Promise<Map<string, MeterReading[]>> {
  const ofVehicle = sql`
    o.tenant_id = (SELECT app.current_tenant_id()) AND o.generation = (SELECT app.live_generation('odometer-readings'))
    AND o.vehicle_id = v.id AND NOT o.void AND o.date <= v.today`;
  const { rows } = await sql<MeterReading & { readonly vehicleId: string }>`
    SELECT v.id AS vehicle_id, reading.date, reading.odometer_m AS value
      FROM ${recordset(vehicles)} AS v (id uuid, today date)
     CROSS JOIN LATERAL (
       (SELECT 1 AS place, o.date, o.odometer_m FROM app.odometer_readings o WHERE ${ofVehicle}
         ORDER BY o.date, o.occurred_at, o.order_version LIMIT 1)
       UNION ALL
       (SELECT 2, o.date, o.odometer_m FROM app.odometer_readings o WHERE ${ofVehicle}
         ORDER BY o.date DESC, o.occurred_at DESC, o.order_version DESC LIMIT 1)) reading
     ORDER BY v.id, reading.place`.execute(trx);
  return Map.groupBy(rows, ({ vehicleId }) => vehicleId);
}
