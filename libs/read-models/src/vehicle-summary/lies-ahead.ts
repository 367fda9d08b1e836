import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import type { VehicleOnDay } from '../vehicle-on-day.js';

/** Whether anything of the vehicle is dated after the day: then what its read models hold is more than what has happened. */
export async function liesAhead(trx: TenantTransaction, { id, today }: VehicleOnDay): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM app.vehicle_summary
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ${id} AND last_event_date > ${today}::date`.execute(
    trx,
  );
  return rows.length > 0;
}
