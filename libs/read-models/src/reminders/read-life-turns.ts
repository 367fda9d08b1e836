import type { TenantTransaction } from '@odolog/db';
import type { LifeFact } from '@odolog/events';
import { sql } from 'kysely';
import { recordset } from '../projector/recordset.js';
import type { VehicleOnDay } from '../vehicle-on-day.js';

/** The last turn in the life of a vehicle with its owner. */
export interface LifeTurn {
  readonly stage: LifeFact['stage'];
  readonly date: string;
  /** The event that says so: retracted, it is undone. */
  readonly eventId: string;
}

/** By vehicle id; a vehicle of which nothing is said has none. A sale that is agreed for a later day is none yet. */
export async function readLifeTurns(
  trx: TenantTransaction,
  vehicles: readonly VehicleOnDay[],
): Promise<Map<string, LifeTurn>> {
  const { rows } = await sql<LifeTurn & { readonly vehicleId: string }>`
    SELECT v.id AS vehicle_id, turn.life AS stage, turn.date, turn.event_id
      FROM ${recordset(vehicles)} AS v (id uuid, today date)
     CROSS JOIN LATERAL (
       SELECT r.life, r.date, r.event_id FROM app.reminder_events r
        WHERE r.tenant_id = app.current_tenant_id()
          AND r.generation = (SELECT app.live_generation('reminders')) AND r.vehicle_id = v.id AND r.life IS NOT NULL
          AND r.date <= v.today
        ORDER BY r.date DESC, r.occurred_at DESC, r.order_version DESC LIMIT 1) turn`.execute(trx);
  return new Map(rows.map(({ vehicleId, ...turn }) => [vehicleId, turn]));
}
