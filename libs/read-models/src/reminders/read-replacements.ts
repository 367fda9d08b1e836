import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { recordset } from '../projector/recordset.js';
import type { VehicleOnDay } from '../vehicle-on-day.js';

/** By how many metres true distance is ahead of the odometer on a day, for having been replaced before. */
export type Ahead = (date: string) => number;

/** How far true distance is ahead of each vehicle's odometer; what a replacement's own day brings counts as after it. */
export async function readReplacements(
  trx: TenantTransaction,
  vehicles: readonly VehicleOnDay[],
): Promise<(vehicleId: string) => Ahead> {
  const { rows } = await sql<{ vehicleId: string; date: string; stepM: number }>`
    SELECT s.vehicle_id, s.date, s.step_m
      FROM ${recordset(vehicles)} AS v (id uuid, today date)
      JOIN app.summary_events s
        ON s.tenant_id = (SELECT app.current_tenant_id()) AND s.generation = (SELECT app.live_generation('vehicle-summary'))
       AND s.vehicle_id = v.id AND s.date <= v.today AND s.step_m <> 0`.execute(trx);
  const byVehicle = Map.groupBy(rows, ({ vehicleId }) => vehicleId);
  return (vehicleId) => {
    const steps = byVehicle.get(vehicleId) ?? [];
    return (date) => steps.reduce((sum, step) => (step.date <= date ? sum + step.stepM : sum), 0);
  };
}
