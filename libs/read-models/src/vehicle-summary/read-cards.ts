import type { TenantTransaction } from '@odolog/db';
import type { DistanceUnit } from '@odolog/units';
import { sql } from 'kysely';
import { isAmong } from '../is-among.js';
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

/** From the read model; vehicles without events are left out. */
export async function readCurrentCards(
  trx: TenantTransaction,
  vehicleIds: readonly string[],
): Promise<Map<string, Card>> {
  const { rows } = await sql<CardRow>`
    SELECT s.vehicle_id, s.events, s.events_by_type, s.first_date, l.id AS last_id, l.type AS last_type, l.schema_version AS last_schema_version,
           l.date AS last_date, l.payload -> 'data' AS last_data,
           s.odometer_event_id, s.odometer_date, s.odometer_m, s.odometer_value::float8 AS odometer_value, s.odometer_unit,
           s.first_odometer_date, s.first_odometer_m, s.replaced_m
      FROM app.vehicle_summary s
      JOIN app.vehicle_events l ON l.tenant_id = s.tenant_id AND l.id = s.last_event_id AND l.date = s.last_event_date
     WHERE s.tenant_id = app.current_tenant_id() AND s.vehicle_id ${isAmong(vehicleIds)}`.execute(trx);
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
