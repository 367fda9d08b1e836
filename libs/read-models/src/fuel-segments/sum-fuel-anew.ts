import type { TenantTransaction } from '@odolog/db';
import { sql } from 'kysely';
import { dirtyMonths, monthOf } from '../projector/dirty-months.js';
import type { Target } from '../projector/projector.js';

/** Where a segment closes that came or went. */
interface ChangedSegment {
  readonly vehicleId: string;
  readonly toDate: string;
}

/** What the closed segments of a month add up to, made anew for the months that a change touched. */
export async function sumFuelAnew(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  changed: readonly ChangedSegment[],
): Promise<void> {
  if (changed.length === 0) return;
  const { vehicleIds, months } = dirtyMonths(
    changed.map(({ vehicleId, toDate }) => ({ vehicleId, month: monthOf(toDate) })),
  );
  const isDirty = sql`tenant_id = ${tenantId} AND generation = ${generation} AND vehicle_id = ANY (${vehicleIds})`;
  const month = sql`date_trunc('month', to_date::timestamp)::date`;
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)];
  await sql`DELETE FROM app.fuel_rollups WHERE ${isDirty} AND month = ANY (${months})`.execute(trx);
  await sql`
    INSERT INTO app.fuel_rollups (tenant_id, generation, vehicle_id, energy, month, segments, distance_m, volume_ml, energy_wh,
                                  drawn_wh, measured_wh, billed_wh)
    SELECT tenant_id, generation, vehicle_id, energy, ${month}, count(*), sum(distance_m), sum(volume_ml), sum(energy_wh),
           sum(drawn_wh), sum(measured_wh), sum(billed_wh)
      FROM app.fuel_segments
     WHERE ${isDirty} AND status = 'closed' AND ${month} = ANY (${months})
       AND to_date >= ${first}::date AND to_date < ${last}::date + interval '1 month'
     GROUP BY 1, 2, 3, 4, 5`.execute(trx);
}
