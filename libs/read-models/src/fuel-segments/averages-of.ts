import type { TenantTransaction } from '@odolog/db';
import { consumptionFigures } from '@odolog/units';
import type { Average } from '@odolog/vehicle';
import { sql } from 'kysely';
import { isAmong } from '../is-among.js';
import { chargingOf } from './charging-of.js';
import type { EnergyAverage } from './fuel-economy.js';

/** Averages over all closed segments, by vehicle; one for each energy. */
export async function averagesOf(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
): Promise<Map<string, EnergyAverage[]>> {
  const { rows } = await sql<Average & { readonly vehicleId: string }>`
    SELECT vehicle_id, energy, sum(segments)::integer AS segments, sum(distance_m)::bigint AS distance_m,
           sum(volume_ml)::bigint AS volume_ml, sum(energy_wh)::bigint AS energy_wh,
           sum(drawn_wh)::bigint AS drawn_wh, sum(measured_wh)::bigint AS measured_wh, sum(billed_wh)::bigint AS billed_wh
      FROM app.fuel_rollups
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id ${isAmong(vehicleIds)}
     GROUP BY vehicle_id, energy
     ORDER BY vehicle_id, energy`.execute(trx);
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  return new Map(
    [...byVehicle].map(([vehicleId, averages]) => [
      vehicleId,
      averages.map(({ vehicleId: _, ...average }) => shownAverage(average)),
    ]),
  );
}

/** With the figures that people compare. */
export function shownAverage({ drawnWh, measuredWh, billedWh, ...average }: Average): EnergyAverage {
  return { ...average, ...chargingOf({ drawnWh, measuredWh, billedWh }), ...consumptionFigures(average) };
}
