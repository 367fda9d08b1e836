import type { TenantTransaction } from '@odolog/db';
import type { LifeFact } from '@odolog/events';
import { sql, type RawBuilder } from 'kysely';
import type { VehicleOnDay } from '../vehicle-on-day.js';

/** The last turn in the life of a vehicle with its owner. */
export interface LifeTurn {
  readonly stage: LifeFact['stage'];
  readonly date: string;
  /** The event that says so: retracted, it is undone. */
  readonly eventId: string;
}

/** By vehicle id; a vehicle of which nothing is said has none. A sale that is agreed for a later day is none yet. */
export type LifeTurns = (vehicles: readonly VehicleOnDay[]) => Map<string, LifeTurn>;

export async function readLifeTurns(
  trx: TenantTransaction,
  vehicles: readonly VehicleOnDay[],
): Promise<Map<string, LifeTurn>> {
  const ids = vehicles.map(({ id }) => id);
  return (await readTurns(trx, sql`AND vehicle_id = ANY (${ids})`))(vehicles);
}

/** Of the whole tenant, together with the question which of its vehicles are wanted. */
export function readEveryLifeTurn(trx: TenantTransaction): Promise<LifeTurns> {
  return readTurns(trx, sql``);
}

/** The turns of a life are few: to look for the last one vehicle by vehicle took a fleet twenty times as long as to read them all. */
async function readTurns(trx: TenantTransaction, narrowed: RawBuilder<unknown>): Promise<LifeTurns> {
  const { rows } = await sql<LifeTurn & { readonly vehicleId: string }>`
    SELECT vehicle_id, life AS stage, date, event_id FROM app.reminder_events
     WHERE tenant_id = app.current_tenant_id() AND generation = (SELECT app.live_generation('reminders'))
       ${narrowed} AND life IS NOT NULL
     ORDER BY date, occurred_at, order_version`.execute(trx);
  return (vehicles) => {
    const todayOf = new Map(vehicles.map(({ id, today }) => [id, today]));
    return new Map(
      rows
        .filter(({ vehicleId, date }) => date <= (todayOf.get(vehicleId) ?? ''))
        .map(({ vehicleId, ...turn }) => [vehicleId, turn]),
    );
  };
}
