import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { hoursOfMinutes } from './hours-history.js';

/** The latest valid hours of a vehicle by date. */
export interface CurrentHours {
  readonly hours: number;
  readonly minutes: number;
  readonly date: string;
  readonly eventId: string;
}

/** What the hours meters of vehicles show now, by vehicle id; a vehicle without one has none. */
export async function readCurrentHours(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
): Promise<Map<string, CurrentHours>> {
  const { rows } = await sql<Omit<CurrentHours, 'hours'> & { readonly vehicleId: string }>`
    SELECT v.id AS vehicle_id, last.minutes, last.date, last.event_id
      FROM unnest(${vehicleIds}::uuid[]) v(id)
     CROSS JOIN LATERAL (
       SELECT h.minutes, h.date, h.event_id FROM app.hours_readings h
        WHERE h.tenant_id = (SELECT app.current_tenant_id()) AND h.generation = (SELECT app.live_generation('hours-readings'))
          AND h.vehicle_id = v.id AND NOT h.void
        ORDER BY h.date DESC, h.occurred_at DESC, h.order_version DESC LIMIT 1) last`.execute(trx);
  return new Map(
    rows.map(({ vehicleId, ...last }) => [vehicleId, { hours: hoursOfMinutes(last.minutes), ...last }]),
  );
}
