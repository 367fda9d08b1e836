import type { TenantTransaction } from '@odolog/db';
import { consumptionFigures } from '@odolog/units';
import { sql } from 'kysely';
import { chargingOf, type ChargedAmounts } from './charging-of.js';
import type { EnergyAverage, FuelEconomy, FuelSegment } from './fuel-economy.js';

type StoredSegment = Omit<FuelSegment, keyof ReturnType<typeof consumptionFigures>> & ChargedAmounts;

/** A vehicle's segments that close within the dates, both included, and their averages. */
export async function getFuelEconomy(
  trx: TenantTransaction,
  vehicleId: string,
  { from = '-infinity', to = 'infinity' }: { readonly from?: string; readonly to?: string } = {},
): Promise<FuelEconomy> {
  const { rows } = await sql<StoredSegment>`
    SELECT energy, from_event_id, to_event_id, from_date, to_date, from_odometer_m, to_odometer_m,
           distance_m, volume_ml, energy_wh, drawn_wh, measured_wh, billed_wh, status, reason
      FROM app.fuel_segments
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId} AND to_date BETWEEN ${from}::date AND ${to}::date
     ORDER BY to_date DESC, to_odometer_m DESC`.execute(trx);
  const segments = rows.map(({ drawnWh, measuredWh, billedWh, ...row }) => ({
    ...row,
    ...chargingOf({ drawnWh, measuredWh, billedWh }),
    ...(row.status === 'closed' && consumptionFigures(row)),
  }));
  const averages = await averagesOf(trx, [vehicleId], { from, to });
  return { segments, averages: averages.get(vehicleId) ?? [] };
}

/** Averages over closed segments, by vehicle; one for each energy. */
export async function averagesOf(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
  { from = '-infinity', to = 'infinity' }: { readonly from?: string; readonly to?: string } = {},
): Promise<Map<string, EnergyAverage[]>> {
  const { rows } = await sql<EnergyAverage & ChargedAmounts & { readonly vehicleId: string }>`
    SELECT vehicle_id, energy, count(*)::integer AS segments, sum(distance_m)::bigint AS distance_m,
           sum(volume_ml)::bigint AS volume_ml, sum(energy_wh)::bigint AS energy_wh,
           sum(drawn_wh)::bigint AS drawn_wh, sum(measured_wh)::bigint AS measured_wh, sum(billed_wh)::bigint AS billed_wh
      FROM app.fuel_segments
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (${vehicleIds}) AND status = 'closed'
       AND to_date BETWEEN ${from}::date AND ${to}::date
     GROUP BY vehicle_id, energy
     ORDER BY vehicle_id, energy`.execute(trx);
  const averages = new Map<string, EnergyAverage[]>();
  for (const { vehicleId, drawnWh, measuredWh, billedWh, ...average } of rows) {
    const known = averages.get(vehicleId) ?? [];
    const charging = chargingOf({ drawnWh, measuredWh, billedWh });
    averages.set(vehicleId, [...known, { ...average, ...charging, ...consumptionFigures(average) }]);
  }
  return averages;
}
