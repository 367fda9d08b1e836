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
  readonly closed: number | null;
  readonly value: number | null;
  readonly average: number | null;
  readonly rangeMin: number | null;
  readonly rangeMax: number | null;
}

/** Of what a segment took, by kilometre: millilitres or watt-hours, whichever it has. */
const perKilometre = (alias: 'p' | 'c') =>
  sql.raw(`(${alias}.volume_ml + ${alias}.energy_wh) * 1000.0 / ${alias}.distance_m`);

/**
 * What timeline rows may say about the fills among these events, by event id; other events are left out. One query a page.
 * Reasons of an open one: `partial-fill` (counts in the next full one), `no-reading`, `same-stop` (counts in the other fill
 * of the stop), `other-level` (of a battery: counts when its level comes again), `first-fill` (nothing to measure from yet).
 */
export async function economyOf(
  trx: TenantTransaction,
  eventIds: readonly string[],
): Promise<Map<string, EventEconomy>> {
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<EconomyRow>`
    WITH page AS MATERIALIZED (
      SELECT f.tenant_id, f.event_id, f.vehicle_id, f.energy, f.date, f.occurred_at, f.order_version, f.odometer_m, f.fill, f.level_permille,
             s.status, s.reason, s.to_date, s.to_odometer_m, COALESCE(s.distance_m, 0) AS distance_m,
             COALESCE(s.volume_ml, f.volume_ml, 0) AS volume_ml, COALESCE(s.energy_wh, f.energy_wh, 0) AS energy_wh
        FROM app.fuel_fills f
        LEFT JOIN app.fuel_segments s ON s.tenant_id = f.tenant_id AND s.to_event_id = f.event_id
       WHERE f.tenant_id = app.current_tenant_id() AND f.event_id = ANY (${eventIds})),
    averages AS MATERIALIZED (
      SELECT vehicle_id, energy, sum(segments)::integer AS closed,
             (sum(volume_ml + energy_wh) * 1000.0 / sum(distance_m))::float8 AS average
        FROM app.fuel_rollups
       WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ANY (ARRAY(SELECT DISTINCT vehicle_id FROM page))
       GROUP BY vehicle_id, energy)
    SELECT p.event_id, COALESCE(p.status, 'open') AS segment_status,
           CASE WHEN p.status IS NOT NULL THEN p.reason
                WHEN p.fill = 'partial' THEN 'partial-fill'
                WHEN p.odometer_m IS NULL THEN 'no-reading'
                WHEN p.odometer_m = (SELECT o.odometer_m FROM app.fuel_fills o
                                      WHERE o.tenant_id = p.tenant_id AND o.vehicle_id = p.vehicle_id AND o.energy = p.energy
                                        AND o.fill = 'full' AND o.odometer_m IS NOT NULL
                                        AND (o.date, o.occurred_at, o.order_version) > (p.date, p.occurred_at, p.order_version)
                                      ORDER BY o.date, o.occurred_at, o.order_version LIMIT 1) THEN 'same-stop'
                WHEN p.level_permille IS NOT NULL
                     AND EXISTS (SELECT FROM app.fuel_fills o
                                  WHERE o.tenant_id = p.tenant_id AND o.vehicle_id = p.vehicle_id AND o.energy = p.energy
                                    AND o.fill = 'full' AND o.odometer_m IS NOT NULL
                                    AND (o.date, o.occurred_at, o.order_version) < (p.date, p.occurred_at, p.order_version)) THEN 'other-level'
                ELSE 'first-fill' END AS reason,
           p.distance_m, p.volume_ml, p.energy_wh, a.closed, a.average, l.range_min, l.range_max,
           CASE WHEN p.status = 'closed' THEN (${perKilometre('p')})::float8 END AS value
      FROM page p
      LEFT JOIN averages a ON p.status = 'closed' AND a.vehicle_id = p.vehicle_id AND a.energy = p.energy
     CROSS JOIN LATERAL (
       SELECT min(k.figure)::float8 AS range_min, max(k.figure)::float8 AS range_max
         FROM (SELECT ${perKilometre('c')} AS figure FROM app.fuel_segments c
                WHERE p.status = 'closed' AND c.tenant_id = p.tenant_id AND c.vehicle_id = p.vehicle_id AND c.energy = p.energy
                  AND c.status = 'closed' AND (c.to_date, c.to_odometer_m) <= (p.to_date, p.to_odometer_m)
                ORDER BY c.to_date DESC, c.to_odometer_m DESC LIMIT 12) k) l`.execute(trx);
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
    ...((row.closed ?? 0) > 1 && { comparedToAveragePercent: Math.round((value / average - 1) * 1000) / 10 }),
    range: { min, max, average, value },
  };
}
