import type { TenantTransaction } from '@odolog/db';
import type { DistanceUnit } from '@odolog/units';
import { sql } from 'kysely';
import type { SummaryReading, VehicleSummary } from './vehicle-summary.js';

/** A valid reading on its day. */
interface DayReading {
  readonly date: string;
  readonly odometerM: number;
}

/** The part of a summary that the vehicle's own events tell. */
export interface Card extends Pick<VehicleSummary, 'counts' | 'firstDate' | 'lastEvent'> {
  readonly firstReading: DayReading | null;
  readonly lastReading: SummaryReading | null;
}

interface CardRow {
  readonly vehicleId: string;
  readonly events: number;
  readonly eventsByType: Readonly<Record<string, number>>;
  readonly firstDate: string;
  readonly lastId: string;
  readonly lastType: string;
  readonly lastSchemaVersion: number;
  readonly lastDate: string;
  readonly lastData: Readonly<Record<string, unknown>>;
  readonly odometerEventId: string | null;
  readonly odometerDate: string | null;
  readonly odometerM: number | null;
  readonly odometerValue: number | null;
  readonly odometerUnit: DistanceUnit | null;
  readonly firstOdometerDate: string | null;
  readonly firstOdometerM: number | null;
  readonly replacedM: number;
}

const lastEventColumns = sql.raw(`
  l.id AS last_id, l.type AS last_type, l.schema_version AS last_schema_version, l.date AS last_date, l.payload -> 'data' AS last_data`);

/** From the read model; vehicles without events are left out. */
export async function readCurrentCards(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
): Promise<Map<string, Card>> {
  const { rows } = await sql<CardRow>`
    SELECT s.vehicle_id, s.events, s.events_by_type, s.first_date, ${lastEventColumns},
           s.odometer_event_id, s.odometer_date, s.odometer_m, s.odometer_value::float8 AS odometer_value, s.odometer_unit,
           s.first_odometer_date, s.first_odometer_m, s.replaced_m
      FROM app.vehicle_summary s
      JOIN app.vehicle_events l ON l.tenant_id = s.tenant_id AND l.id = s.last_event_id AND l.date = s.last_event_date
     WHERE s.tenant_id = app.current_tenant_id() AND s.vehicle_id = ANY (${vehicleIds})`.execute(trx);
  return new Map(rows.map((row) => [row.vehicleId, cardOf(row)]));
}

/** From the events dated up to a day. Costs a scan of one vehicle's rows: for looking back, not for lists. */
export async function readCardsAsOf(
  trx: TenantTransaction,
  vehicleId: string,
  asOf: string,
): Promise<Map<string, Card>> {
  const { rows } = await sql<CardRow>`
    WITH e AS MATERIALIZED (
      SELECT * FROM app.summary_events
       WHERE tenant_id = app.current_tenant_id() AND vehicle_id = ${vehicleId} AND date <= ${asOf}::date),
    newest AS (SELECT * FROM e ORDER BY date DESC, occurred_at DESC, order_version DESC LIMIT 1),
    readings AS (SELECT * FROM e WHERE odometer_m IS NOT NULL),
    reading AS (SELECT * FROM readings ORDER BY date DESC, occurred_at DESC, order_version DESC LIMIT 1),
    first_reading AS (SELECT * FROM readings ORDER BY date, occurred_at, order_version LIMIT 1)
    SELECT newest.vehicle_id, (SELECT count(*)::integer FROM e) AS events, (SELECT min(date) FROM e) AS first_date,
           (SELECT jsonb_object_agg(type, n) FROM (SELECT type, count(*) AS n FROM e GROUP BY type) t) AS events_by_type,
           ${lastEventColumns},
           reading.event_id AS odometer_event_id, reading.date AS odometer_date, reading.odometer_m,
           reading.typed_value::float8 AS odometer_value, reading.typed_unit AS odometer_unit,
           first_reading.date AS first_odometer_date, first_reading.odometer_m AS first_odometer_m,
           COALESCE((SELECT sum(step_m) FROM e) - first_reading.step_m, 0)::bigint AS replaced_m
      FROM newest
      JOIN app.vehicle_events l ON l.tenant_id = newest.tenant_id AND l.id = newest.event_id AND l.date = newest.date
      LEFT JOIN reading ON true
      LEFT JOIN first_reading ON true`.execute(trx);
  return new Map(rows.map((row) => [row.vehicleId, cardOf(row)]));
}

function cardOf(row: CardRow): Card {
  return {
    counts: { events: row.events, byType: row.eventsByType },
    firstDate: row.firstDate,
    lastEvent: {
      id: row.lastId,
      type: row.lastType,
      schemaVersion: row.lastSchemaVersion,
      date: row.lastDate,
      data: row.lastData,
    },
    lastReading: readingOf(row),
    firstReading:
      row.firstOdometerDate !== null && row.firstOdometerM !== null
        ? { date: row.firstOdometerDate, odometerM: row.firstOdometerM }
        : null,
  };
}

function readingOf({
  odometerEventId,
  odometerDate,
  odometerM,
  odometerValue,
  odometerUnit,
  replacedM,
}: CardRow) {
  if (!odometerEventId || !odometerDate || !odometerUnit || odometerM === null || odometerValue === null)
    return null;
  return {
    value: odometerValue,
    unit: odometerUnit,
    odometerM,
    trueM: odometerM + replacedM,
    date: odometerDate,
    eventId: odometerEventId,
  };
}
