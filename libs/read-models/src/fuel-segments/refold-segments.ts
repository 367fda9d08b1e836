import type { TenantTransaction } from '@odolog/db';
import { fuelSegments, type Fill, type OdometerStep, type Segment } from '@odolog/vehicle';
import { sql } from 'kysely';
import type { Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';

/** Where a fill came or went. */
export interface ChangedFill {
  readonly vehicleId: string;
  readonly energy: string;
  readonly date: string;
}

/** The days of the anchors around a change; `-infinity` and `infinity` where there is none. */
interface Stretch {
  readonly vehicleId: string;
  readonly energy: string;
  readonly anchorBefore: string;
  readonly anchorAfter: string;
}

/**
 * Folds anew what changes reach: an anchor forgets everything before it, so nothing beyond the anchors around a change can
 * differ. Whole days are taken, because fills of one day and one reading are one stop.
 */
export async function refoldSegments(
  trx: TenantTransaction,
  target: Target,
  changed: readonly ChangedFill[],
): Promise<void> {
  if (changed.length === 0) return;
  const stretches = await readStretches(trx, target, changed);
  const fills = Map.groupBy(await readFills(trx, target, stretches), ({ vehicleId }) => vehicleId);
  const steps = Map.groupBy(await readSteps(trx, target, stretches), ({ vehicleId }) => vehicleId);
  const segments = stretches.flatMap(({ vehicleId, energy, anchorBefore }) =>
    fuelSegments(
      (fills.get(vehicleId) ?? []).filter(({ kind }) => kind === energy),
      steps.get(vehicleId),
    )
      .segments.filter(({ toDate }) => anchorBefore === '-infinity' || toDate > anchorBefore)
      .map((segment) => segmentRow(vehicleId, segment)),
  );
  await replaceSegments(trx, target, { stretches, segments });
}

async function readStretches(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  changed: readonly ChangedFill[],
): Promise<Stretch[]> {
  const anchor = sql`
    a.tenant_id = ${tenantId} AND a.generation = ${generation} AND a.vehicle_id = c.vehicle_id AND a.energy = c.energy
    AND a.fill = 'full' AND a.odometer_m IS NOT NULL`;
  const { rows } = await sql<Stretch>`
    SELECT c.vehicle_id, c.energy,
           COALESCE((SELECT max(a.date) FROM app.fuel_fills a WHERE ${anchor} AND a.date < c.first), '-infinity')::text AS anchor_before,
           COALESCE((SELECT min(a.date) FROM app.fuel_fills a WHERE ${anchor} AND a.date > c.last), 'infinity')::text AS anchor_after
      FROM (SELECT r."vehicleId" AS vehicle_id, r.energy, min(r.date) AS first, max(r.date) AS last
              FROM ${recordset(changed)} AS r ("vehicleId" uuid, energy text, date date)
             GROUP BY 1, 2) c`.execute(trx);
  return rows;
}

/** Every fill from the day of the anchor before to the day of the anchor after. */
async function readFills(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  stretches: readonly Stretch[],
): Promise<(Fill & { readonly vehicleId: string })[]> {
  const { rows } = await sql<FillRow>`
    SELECT f.* FROM ${asStretches(stretches)}
     CROSS JOIN LATERAL (
       SELECT vehicle_id, event_id, energy AS kind, date, occurred_at, order_version AS sequence, odometer_m,
              volume_ml, energy_wh, fill, missed_previous
         FROM app.fuel_fills
        WHERE tenant_id = ${tenantId} AND generation = ${generation} AND vehicle_id = s.vehicle_id AND energy = s.energy
          AND date BETWEEN s.anchor_before AND s.anchor_after
       OFFSET 0) f`.execute(trx);
  return rows.map(({ occurredAt, volumeMl, energyWh, ...row }) => ({
    ...row,
    occurredAt: occurredAt.toISOString(),
    ...(volumeMl !== null && { volumeMl }),
    ...(energyWh !== null && { energyWh }),
  }));
}

/** Only those of the stretch count: a segment is a difference. */
async function readSteps(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  stretches: readonly Stretch[],
): Promise<(OdometerStep & { readonly vehicleId: string })[]> {
  const vehicleIds = [...new Set(stretches.map(({ vehicleId }) => vehicleId))];
  const { rows } = await sql<Omit<OdometerStep, 'occurredAt'> & { vehicleId: string; occurredAt: Date }>`
    SELECT vehicle_id, date, occurred_at, order_version AS sequence, step_m
      FROM app.fuel_odometer_steps
     WHERE tenant_id = ${tenantId} AND generation = ${generation} AND vehicle_id = ANY (${vehicleIds})`.execute(
    trx,
  );
  return rows.map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }));
}

interface FillRow extends Omit<Fill, 'occurredAt' | 'volumeMl' | 'energyWh'> {
  readonly vehicleId: string;
  readonly occurredAt: Date;
  readonly volumeMl: number | null;
  readonly energyWh: number | null;
}

function segmentRow(vehicleId: string, segment: Segment) {
  return {
    to_event_id: segment.toEventId,
    vehicle_id: vehicleId,
    energy: segment.energy,
    from_event_id: segment.fromEventId,
    from_date: segment.fromDate,
    to_date: segment.toDate,
    from_odometer_m: segment.fromOdometerM,
    to_odometer_m: segment.toOdometerM,
    distance_m: segment.distanceM,
    volume_ml: segment.volumeMl,
    energy_wh: segment.energyWh,
    status: segment.status,
    reason: segment.reason,
  };
}

/** What closes on the day of the anchor before stands as it is; everything up to the day of the anchor after is written anew. */
async function replaceSegments(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  { stretches, segments }: { readonly stretches: readonly Stretch[]; readonly segments: readonly object[] },
): Promise<void> {
  await sql`
    DELETE FROM app.fuel_segments
     WHERE tenant_id = ${tenantId} AND generation = ${generation} AND to_event_id = ANY (ARRAY(
       SELECT g.to_event_id FROM ${asStretches(stretches)}
        CROSS JOIN LATERAL (
          SELECT to_event_id FROM app.fuel_segments
           WHERE tenant_id = ${tenantId} AND generation = ${generation} AND vehicle_id = s.vehicle_id AND energy = s.energy
             AND to_date > s.anchor_before AND to_date <= s.anchor_after
          OFFSET 0) g))`.execute(trx);
  if (segments.length === 0) return;
  await sql`
    INSERT INTO app.fuel_segments (tenant_id, generation, to_event_id, vehicle_id, energy, from_event_id, from_date, to_date,
                                   from_odometer_m, to_odometer_m, distance_m, volume_ml, energy_wh, status, reason)
    SELECT ${tenantId}, ${generation}, g.*
      FROM ${recordset(segments)} AS g (to_event_id uuid, vehicle_id uuid, energy text, from_event_id uuid, from_date date, to_date date,
                                        from_odometer_m bigint, to_odometer_m bigint, distance_m bigint, volume_ml bigint,
                                        energy_wh bigint, status text, reason text)`.execute(trx);
}

/** To be joined laterally behind OFFSET 0: the planner, without statistics while a model grows, would else read the whole tenant. */
function asStretches(stretches: readonly Stretch[]) {
  return sql`(SELECT r."vehicleId" AS vehicle_id, r.energy, r."anchorBefore" AS anchor_before, r."anchorAfter" AS anchor_after
    FROM ${recordset(stretches)} AS r ("vehicleId" uuid, energy text, "anchorBefore" date, "anchorAfter" date)) s`;
}
