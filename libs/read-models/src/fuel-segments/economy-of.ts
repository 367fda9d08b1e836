import type { TenantTransaction } from '@odolog/db';
import { consumptionFigures } from '@odolog/units';
import { sql } from 'kysely';
import type { EventEconomy } from './fuel-economy.js';

interface EconomyRow {
  readonly eventId: string;
  readonly segmentStatus: EventEconomy['segmentStatus'];
  readonly reason: string | null;
  readonly distanceM: number;
  readonly volumeMl: number;
  readonly energyWh: number;
  readonly closed: number;
  readonly value: number | null;
  readonly average: number | null;
  readonly rangeMin: number | null;
  readonly rangeMax: number | null;
}

/** Of what a segment took, by kilometre: millilitres or watt-hours, whichever it has. */
const perKilometre = sql`(volume_ml + energy_wh) * 1000.0 / distance_m`;

/**
 * What timeline rows may say about the fills among these events, by event id; other events are left out. One query a page.
 * Reasons of an open one: `partial-fill` (counts in the next full one), `no-reading`, `same-stop` (counts in the other fill
 * of the stop), `first-fill` (nothing to measure from yet).
 */
export async function economyOf(
  trx: TenantTransaction,
  eventIds: readonly string[],
): Promise<Map<string, EventEconomy>> {
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<EconomyRow>`
    SELECT f.event_id, COALESCE(s.status, 'open') AS segment_status,
           CASE WHEN s.status IS NOT NULL THEN s.reason
                WHEN f.fill = 'partial' THEN 'partial-fill'
                WHEN f.odometer_m IS NULL THEN 'no-reading'
                WHEN EXISTS (SELECT FROM app.fuel_fills o
                              WHERE o.tenant_id = f.tenant_id AND o.vehicle_id = f.vehicle_id AND o.energy = f.energy
                                AND o.date = f.date AND o.odometer_m = f.odometer_m AND o.fill = 'full'
                                AND (o.occurred_at, o.order_version) > (f.occurred_at, f.order_version)) THEN 'same-stop'
                ELSE 'first-fill' END AS reason,
           COALESCE(s.distance_m, 0) AS distance_m, COALESCE(s.volume_ml, f.volume_ml, 0) AS volume_ml,
           COALESCE(s.energy_wh, f.energy_wh, 0) AS energy_wh,
           (s.volume_ml + s.energy_wh) * 1000.0::float8 / NULLIF(s.distance_m, 0) AS value,
           a.closed, a.average, l.range_min, l.range_max
      FROM app.fuel_fills f
      LEFT JOIN app.fuel_segments s ON s.tenant_id = f.tenant_id AND s.to_event_id = f.event_id
     CROSS JOIN LATERAL (
       SELECT count(*)::integer AS closed, (sum(volume_ml + energy_wh) * 1000.0 / sum(distance_m))::float8 AS average
         FROM app.fuel_segments c
        WHERE s.status = 'closed' AND c.tenant_id = f.tenant_id AND c.vehicle_id = f.vehicle_id AND c.energy = f.energy
          AND c.status = 'closed') a
     CROSS JOIN LATERAL (
       SELECT min(k.figure)::float8 AS range_min, max(k.figure)::float8 AS range_max
         FROM (SELECT ${perKilometre} AS figure FROM app.fuel_segments c
                WHERE s.status = 'closed' AND c.tenant_id = f.tenant_id AND c.vehicle_id = f.vehicle_id AND c.energy = f.energy
                  AND c.status = 'closed' AND (c.to_date, c.to_odometer_m) <= (s.to_date, s.to_odometer_m)
                ORDER BY c.to_date DESC, c.to_odometer_m DESC LIMIT 12) k) l
     WHERE f.tenant_id = app.current_tenant_id() AND f.event_id = ANY (${eventIds})`.execute(trx);
  return new Map(rows.map((row) => [row.eventId, economyFrom(row)]));
}

function economyFrom({
  segmentStatus,
  reason,
  distanceM,
  volumeMl,
  energyWh,
  ...row
}: EconomyRow): EventEconomy {
  const economy = { segmentStatus, reason, distanceM, volumeMl, energyWh };
  const { value, average, rangeMin: min, rangeMax: max } = row;
  if (segmentStatus !== 'closed' || value === null || average === null || min === null || max === null)
    return economy;
  return {
    ...economy,
    ...consumptionFigures(economy),
    // One segment is its own average: there is nothing to compare it with.
    ...(row.closed > 1 && { comparedToAveragePercent: Math.round((value / average - 1) * 1000) / 10 }),
    range: { min, max, average, value },
  };
}
