import type { TenantTransaction } from '@odolog/db';
import { fuelSegments, type Fill, type OdometerStep, type Segment } from '@odolog/vehicle';
import { sql } from 'kysely';
import type { Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';
import { sumFuelAnew } from './sum-fuel-anew.js';

/** Where a fill came or went. */
export interface ChangedFill {
  readonly vehicleId: string;
  readonly energy: string;
  readonly date: string;
}

/** What is folded anew: from one anchor to another, or from the first fill on, or to the last. */
interface Stretch {
  readonly vehicleId: string;
  readonly energy: string;
  /** The last segment that closed on a day before the change; null where there is none. It and all after it are written anew ... */
  readonly firstEventId: string | null;
  readonly firstDate: string;
  /** ... from the anchor at which it began. */
  readonly fromEventId: string | null;
  readonly fromDate: string;
  /** The second segment that closes on a day after the change, and the anchor at which it begins: it stands. */
  readonly beyondEventId: string | null;
  readonly beyondDate: string;
  readonly lastEventId: string | null;
}

/**
 * Folds anew what changes reach: an anchor forgets everything before it. A fill counts with others at its reading on whatever
 * days, so a change may be part of the stop that closes the segment before it, and of the one that closes the segment after it:
 * both are folded anew, and nothing beyond them can differ. A battery has anchors of many levels, and which of them count
 * follows from those before: it is folded to its last charge.
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
  const segments = stretches.flatMap(({ vehicleId, energy, fromEventId, beyondEventId }) => {
    const folded = fuelSegments(
      (fills.get(vehicleId) ?? []).filter(({ kind }) => kind === energy),
      steps.get(vehicleId),
      fromEventId ?? undefined,
    ).segments;
    const beyond = folded.findIndex(({ toEventId }) => toEventId === beyondEventId);
    return (beyond < 0 ? folded : folded.slice(0, beyond)).map((segment) => segmentRow(vehicleId, segment));
  });
  await replaceSegments(trx, target, { stretches, segments });
}

async function readStretches(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  changed: readonly ChangedFill[],
): Promise<Stretch[]> {
  const closing = sql`
    app.fuel_segments s
    JOIN app.fuel_fills a ON a.tenant_id = s.tenant_id AND a.generation = s.generation AND a.event_id = s.to_event_id
   WHERE s.tenant_id = ${tenantId} AND s.generation = ${generation} AND s.vehicle_id = c.vehicle_id AND s.energy = c.energy`;
  const { rows } = await sql<Stretch>`
    SELECT c.vehicle_id, c.energy, b.to_event_id AS first_event_id, COALESCE(b.to_date, '-infinity')::text AS first_date,
           b.from_event_id, COALESCE(b.from_date, '-infinity')::text AS from_date, y.to_event_id AS beyond_event_id,
           COALESCE(y.to_date, 'infinity')::text AS beyond_date, y.from_event_id AS last_event_id
      FROM (SELECT r."vehicleId" AS vehicle_id, r.energy, min(r.date) AS first, max(r.date) AS last
              FROM ${recordset(changed)} AS r ("vehicleId" uuid, energy text, date date)
             GROUP BY 1, 2) c
      LEFT JOIN LATERAL (
        SELECT s.* FROM ${closing} AND s.to_date < c.first AND s.reason IS DISTINCT FROM 'other-level'
         ORDER BY s.to_date DESC, a.occurred_at DESC, a.order_version DESC LIMIT 1) b ON true
      LEFT JOIN LATERAL (
        SELECT s.* FROM ${closing} AND s.to_date > c.last AND s.energy <> 'electricity'
         ORDER BY s.to_date, a.occurred_at, a.order_version LIMIT 1 OFFSET 1) y ON true`.execute(trx);
  return rows;
}

/** Whole days: what lies before the anchor at which the fold begins, the fold leaves out. */
async function readFills(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  stretches: readonly Stretch[],
): Promise<(Fill & { readonly vehicleId: string })[]> {
  const { rows } = await sql<FillRow>`
    SELECT f.* FROM ${asStretches(stretches)}
     CROSS JOIN LATERAL (
       SELECT vehicle_id, event_id, energy AS kind, date, occurred_at, order_version AS sequence, odometer_m,
              volume_ml, energy_wh, fill, missed_previous, level_permille, drawn_wh, billed_wh
         FROM app.fuel_fills
        WHERE tenant_id = ${tenantId} AND generation = ${generation} AND vehicle_id = s.vehicle_id AND energy = s.energy
          AND date BETWEEN s.from_date AND s.beyond_date
       OFFSET 0) f`.execute(trx);
  return rows.map(({ occurredAt, volumeMl, energyWh, levelPermille, drawnWh, billedWh, ...row }) => ({
    ...row,
    occurredAt: occurredAt.toISOString(),
    ...(volumeMl !== null && { volumeMl }),
    ...(energyWh !== null && { energyWh }),
    ...(levelPermille !== null && { levelPermille }),
    ...(drawnWh !== null && { drawnWh }),
    ...(billedWh !== null && { billedWh }),
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

type Amount = 'volumeMl' | 'energyWh' | 'levelPermille' | 'drawnWh' | 'billedWh';

type FillRow = Omit<Fill, 'occurredAt' | Amount> & { readonly [Each in Amount]: number | null } & {
  readonly vehicleId: string;
  readonly occurredAt: Date;
};

type SegmentRow = ReturnType<typeof segmentRow>;

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
    drawn_wh: segment.drawnWh,
    measured_wh: segment.measuredWh,
    billed_wh: segment.billedWh,
    status: segment.status,
    reason: segment.reason,
  };
}

async function replaceSegments(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  {
    stretches,
    segments,
  }: { readonly stretches: readonly Stretch[]; readonly segments: readonly SegmentRow[] },
): Promise<void> {
  const { rows: left } = await sql<{ vehicleId: string; toDate: string }>`
    DELETE FROM app.fuel_segments
     WHERE tenant_id = ${tenantId} AND generation = ${generation} AND to_event_id = ANY (ARRAY(
       SELECT g.to_event_id FROM ${asStretches(stretches)}
        CROSS JOIN LATERAL (
          SELECT to_event_id FROM app.fuel_segments
           WHERE tenant_id = ${tenantId} AND generation = ${generation} AND vehicle_id = s.vehicle_id AND energy = s.energy
             AND (to_date > s.first_date OR s.first_event_id IN (to_event_id, from_event_id))
             AND (to_date < s.beyond_date OR to_event_id = s.last_event_id)
          OFFSET 0) g))
    RETURNING vehicle_id, to_date`.execute(trx);
  await insertSegments(trx, { tenantId, generation }, segments);
  await sumFuelAnew(trx, { tenantId, generation }, [
    ...left,
    ...segments.map((row) => ({ vehicleId: row.vehicle_id, toDate: row.to_date })),
  ]);
}

async function insertSegments(
  trx: TenantTransaction,
  { tenantId, generation }: Target,
  segments: readonly SegmentRow[],
): Promise<void> {
  if (segments.length === 0) return;
  await sql`
    INSERT INTO app.fuel_segments (tenant_id, generation, to_event_id, vehicle_id, energy, from_event_id, from_date, to_date,
                                   from_odometer_m, to_odometer_m, distance_m, volume_ml, energy_wh, drawn_wh,
                                   measured_wh, billed_wh, status, reason)
    SELECT ${tenantId}, ${generation}, g.*
      FROM ${recordset(segments)} AS g (to_event_id uuid, vehicle_id uuid, energy text, from_event_id uuid, from_date date, to_date date,
                                        from_odometer_m bigint, to_odometer_m bigint, distance_m bigint, volume_ml bigint,
                                        energy_wh bigint, drawn_wh bigint, measured_wh bigint, billed_wh bigint,
                                        status text, reason text)`.execute(trx);
}

/** To be joined laterally behind OFFSET 0: the planner, without statistics while a model grows, would else read the whole tenant. */
function asStretches(stretches: readonly Stretch[]) {
  return sql`(SELECT r."vehicleId" AS vehicle_id, r.energy, r."fromDate" AS from_date, r."firstDate" AS first_date,
                     r."firstEventId" AS first_event_id, r."beyondDate" AS beyond_date, r."lastEventId" AS last_event_id
    FROM ${recordset(stretches)} AS r ("vehicleId" uuid, energy text, "fromDate" date, "firstDate" date, "firstEventId" uuid,
                                       "beyondDate" date, "lastEventId" uuid)) s`;
}
