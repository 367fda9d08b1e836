import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { readingInForce } from '../reading-in-force.js';
import { hoursOfMinutes, type HistoricHours, type HoursHistory } from './hours-history.js';

/** What a vehicle's hours meter showed; `current` are the hours in force today, in the vehicle's zone. */
export async function getHours(
  trx: TenantTransaction,
  vehicleId: string,
  { today }: { readonly today: string },
): Promise<HoursHistory> {
  const { rows } = await sql<Omit<HistoricHours, 'occurredAt' | 'hours'> & { readonly occurredAt: Date }>`
    SELECT event_id, date, occurred_at, time_known, minutes, void,
           CASE WHEN NOT void THEN minutes + (sum(step_min) OVER places - first_value(step_min) OVER places)::bigint END AS true_min
      FROM app.hours_readings
     WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId}
    WINDOW places AS (PARTITION BY void ORDER BY date, occurred_at, order_version)
     ORDER BY date DESC, occurred_at DESC, order_version DESC`.execute(trx);
  const readings = rows.map(({ occurredAt, minutes, ...row }) => ({
    ...row,
    occurredAt: occurredAt.toISOString(),
    hours: hoursOfMinutes(minutes),
    minutes,
  }));
  return { readings, current: readingInForce(readings, today) };
}
