import type { TenantTransaction } from '@odolog/db';
import type { DistanceUnit } from '@odolog/units';
import { sql } from 'kysely';
import { averagesOf } from '../fuel-segments/averages-of.js';
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
  vehicleIds: readonly string[],
): Promise<Map<string, VehicleGlance>> {
  const { rows } = await sql<GlanceRow>`
    SELECT vehicle_id, last_event_date AS last_date,
           CASE WHEN odometer_value IS NOT NULL THEN
             jsonb_build_object('value', odometer_value, 'unit', odometer_unit, 'date', odometer_date) END AS odometer
      FROM app.vehicle_summary
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (${vehicleIds})`.execute(trx);
  const averages = await averagesOf(trx, vehicleIds);
  return new Map(
    rows.map(({ vehicleId, lastDate, odometer }) => [
      vehicleId,
      { lastDate, odometer, economy: (averages.get(vehicleId) ?? []).map(shownEconomy) },
    ]),
  );
}

function shownEconomy({ energy, lPer100Km }: EnergyAverage) {
  return { energy, ...(lPer100Km !== undefined && { lPer100Km }) };
}
