import type { TenantTransaction } from '@odolog/db';
import { consumptionFigures } from '@odolog/units';
import { averageOf } from '@odolog/vehicle';
import { sql } from 'kysely';
import { shownAverage } from './averages-of.js';
import { chargingOf, type ChargedAmounts } from './charging-of.js';
import type { FuelEconomy, FuelSegment } from './fuel-economy.js';

type StoredSegment = Omit<FuelSegment, keyof ReturnType<typeof consumptionFigures>> & ChargedAmounts;

/** A vehicle's segments that close within the dates, both included, and their averages. */
export async function getFuelEconomy(
  trx: TenantTransaction,
  vehicleId: string,
  { from = '-infinity', to = 'infinity' }: { readonly from?: string | undefined; readonly to?: string } = {},
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
  const energies = [...Map.groupBy(rows, ({ energy }) => energy)].sort(([a], [b]) => (a < b ? -1 : 1));
  const averages = energies.flatMap(([, ofEnergy]) => averageOf(ofEnergy));
  return { segments, averages: averages.map(shownAverage) };
}
