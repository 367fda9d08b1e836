import type { TenantTransaction } from '@odolog/db';
import type { DistanceUnit } from '@odolog/units';
import { sql } from 'kysely';
import { averagesOf } from '../fuel-segments/averages-of.js';
import { readPast } from '../look-back/read-past.js';
import { summaryOf } from '../look-back/summary-of.js';
import type { VehicleOnDay } from '../vehicle-on-day.js';
import type { EnergyAverage } from '../fuel-segments/fuel-economy.js';

/** What stands about a vehicle in a list of many: a hundredth of its summary, and a tenth of the work. */
export interface VehicleGlance {
  readonly lastDate: string | null;
  readonly odometer: {
    /** As typed. */
    readonly value: number;
    readonly unit: DistanceUnit;
    readonly date: string;
  } | null;
  /** Over all time, litres per 100 km; missing where nothing is poured. */
  readonly economy: readonly Pick<EnergyAverage, 'energy' | 'lPer100Km'>[];
}

interface GlanceRow {
  readonly vehicleId: string;
  readonly lastDate: string | null;
  readonly odometer: VehicleGlance['odometer'];
}

/** Of many vehicles in two queries, by vehicle id; a vehicle without events has none. */
export async function getGlances(
  trx: TenantTransaction,
  vehicles: readonly VehicleOnDay[],
): Promise<Map<string, VehicleGlance>> {
  const vehicleIds = vehicles.map(({ id }) => id);
  const reading = sql<GlanceRow>`
    SELECT vehicle_id, last_event_date AS last_date,
           CASE WHEN odometer_value IS NOT NULL THEN
             jsonb_build_object('value', odometer_value, 'unit', odometer_unit, 'date', odometer_date) END AS odometer
      FROM app.vehicle_summary
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (${vehicleIds})`;
  const [{ rows }, averages] = await Promise.all([reading.execute(trx), averagesOf(trx, vehicleIds)]);
  const glances = new Map(
    rows.map(({ vehicleId, lastDate, odometer }): [string, VehicleGlance] => [
      vehicleId,
      { lastDate, odometer, economy: (averages.get(vehicleId) ?? []).map(shownEconomy) },
    ]),
  );
  for (const { id, today } of vehicles)
    if ((glances.get(id)?.lastDate ?? '') > today) glances.set(id, await glanceAsOf(trx, id, today));
  return glances;
}

/** Without what is dated after today. */
async function glanceAsOf(trx: TenantTransaction, vehicleId: string, today: string): Promise<VehicleGlance> {
  const past = await readPast(trx, vehicleId, { asOf: today });
  const { lastEvent, odometer, economy } = summaryOf(past, today);
  return {
    lastDate: lastEvent?.date ?? null,
    odometer: odometer && { value: odometer.value, unit: odometer.unit, date: odometer.date },
    economy: economy.map(shownEconomy),
  };
}

function shownEconomy({ energy, lPer100Km }: EnergyAverage) {
  return { energy, ...(lPer100Km !== undefined && { lPer100Km }) };
}
