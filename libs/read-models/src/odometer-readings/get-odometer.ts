import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { readingInForce } from '../reading-in-force.js';
import type { HistoricReading, OdometerHistory } from './odometer-history.js';

/** A vehicle's readings of that day or later; `current` is the one of them that is in force today, in the vehicle's zone. */
export async function getOdometer(
  trx: TenantTransaction,
  vehicleId: string,
  { today, from = '-infinity' }: { readonly today: string; readonly from?: string | undefined },
): Promise<OdometerHistory> {
  const { rows } = await sql<Omit<HistoricReading, 'occurredAt'> & { readonly occurredAt: Date }>`
    SELECT event_id, date, occurred_at, time_known, odometer_m, true_m, void,
           jsonb_strip_nulls(jsonb_build_object('value', typed_value, 'unit', typed_unit, 'void', NULLIF(void, false))) AS odometer
      FROM (SELECT *, CASE WHEN NOT void THEN odometer_m + (sum(step_m) OVER places - first_value(step_m) OVER places)::bigint END AS true_m
              FROM app.odometer_readings
             WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId}
            WINDOW places AS (PARTITION BY void ORDER BY date, occurred_at, order_version)) r
     WHERE date >= ${from}::date
     ORDER BY date DESC, occurred_at DESC, order_version DESC`.execute(trx);
  const readings = rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }));
  return { readings, current: readingInForce(readings, today) };
}
