import type { TenantTransaction } from '@odolog/db';
import { fuelSegments, type Fill, type OdometerStep, type Segment } from '@odolog/vehicle';
import { sql } from 'kysely';
import type { Target } from '../projector/projector.js';
import { recordset } from '../projector/recordset.js';
import { readStretches, type ChangedDays, type Stretch } from './read-stretches.js';
import { sumFuelAnew } from './sum-fuel-anew.js';

/** Where a fill came or went. */
export interface ChangedFill {
  readonly vehicleId: string;
  readonly energy: string;
  readonly date: string;
}

/** A stretch with what takes the place of what stood in it. */
interface Refolded {
  /** By the fills that closed them. */
  readonly left: readonly string[];
  readonly segments: readonly SegmentRow[];
}

/** How many settled segments behind a change are looked at: a tank needs two, since what was filled there may belong to the first. */
const FIRST_LOOK = 2;

/**
 * Folds anew what changes reach: an anchor forgets everything before it, so where the new fold closes a segment with the same
 * fill as the old one did, whatever follows stands. Of a tank that is the next full fill. A battery has anchors of many levels,
 * and which of them count follows from those before: where the two don't meet soon, more is read, up to the last charge.
 */
export async function refoldSegments(
  trx: TenantTransaction,
  target: Target,
  changed: readonly ChangedFill[],
): Promise<void> {
  if (changed.length === 0) return;
  const refolded: Refolded[] = [];
  let open: readonly ChangedDays[] = daysOf(changed);
  for (let ahead = FIRST_LOOK; open.length > 0; ahead *= 4) {
    const stretches = await readStretches(trx, target, { changed: open, ahead });
    const fills = Map.groupBy(await readFills(trx, target, stretches), ({ vehicleId }) => vehicleId);
    const steps = Map.groupBy(await readSteps(trx, target, stretches), ({ vehicleId }) => vehicleId);
    open = stretches.filter((stretch) => {
      const { vehicleId, energy, fromEventId } = stretch;
      const ofEnergy = (fills.get(vehicleId) ?? []).filter(({ kind }) => kind === energy);
      const folded = fuelSegments(ofEnergy, steps.get(vehicleId), fromEventId ?? undefined).segments;
      const met = upToMeeting(stretch, folded);
      if (met) refolded.push(met);
      return !met;
    });
  }
  await replaceSegments(trx, target, refolded);
}

function daysOf(changed: readonly ChangedFill[]): ChangedDays[] {
  const places = Map.groupBy(changed, ({ vehicleId, energy }) => `${vehicleId} ${energy}`);
  return [...places.values()].flatMap((ofOne) => {
    const days = ofOne.map(({ date }) => date).toSorted();
    const [[place], [first], last] = [ofOne, days, days.at(-1)];
    return place && first && last ? [{ ...place, first, last }] : [];
  });
}

/** Up to the fill with which both folds close a segment, or all there is; undefined where they may meet further on. */
function upToMeeting(
  { vehicleId, untilDate, standing, settled }: Stretch,
  folded: readonly Segment[],
): Refolded | undefined {
  const closing = new Set(
    folded.filter(({ reason }) => reason !== 'other-level').map(({ toEventId }) => toEventId),
  );
  // what counts with the last of them was not read, where there are more
  const meeting = (untilDate === null ? settled : settled.slice(0, -1)).find((eventId) =>
    closing.has(eventId),
  );
  const rows = folded.map((segment) => segmentRow(vehicleId, segment));
  if (meeting === undefined) return untilDate === null ? { left: standing, segments: rows } : undefined;
  return {
    left: standing.slice(0, standing.indexOf(meeting) + 1),
    segments: rows.slice(0, rows.findIndex((row) => row.to_event_id === meeting) + 1),
  };
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
          AND date BETWEEN s.from_date AND s.until_date
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
  refolded: readonly Refolded[],
): Promise<void> {
  const segments = refolded.flatMap((stretch) => stretch.segments);
  const { rows: left } = await sql<{ vehicleId: string; toDate: string }>`
    DELETE FROM app.fuel_segments
     WHERE tenant_id = ${tenantId} AND generation = ${generation}
       AND to_event_id = ANY (${refolded.flatMap((stretch) => stretch.left)})
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
  const bounds = stretches.map(({ vehicleId, energy, fromDate, untilDate }) => ({
    vehicleId,
    energy,
    fromDate,
    untilDate,
  }));
  return sql`(SELECT r."vehicleId" AS vehicle_id, r.energy, r."fromDate" AS from_date,
                     COALESCE(r."untilDate", 'infinity') AS until_date
    FROM ${recordset(bounds)} AS r ("vehicleId" uuid, energy text, "fromDate" date, "untilDate" date)) s`;
}
