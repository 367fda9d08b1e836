import type { AppendOutcome, NeighbourReading } from './event.js';

/** A row of the type app.append_result, as pg reads it. */
export interface AppendResultRow {
  readonly status: AppendOutcome['status'];
  readonly version: number | null;
  readonly position: number | null;
  readonly previous_id: string | null;
  readonly previous_date: string | null;
  readonly previous_m: number | null;
  readonly next_id: string | null;
  readonly next_date: string | null;
  readonly next_m: number | null;
}

export function appendOutcome(row: AppendResultRow): AppendOutcome {
  switch (row.status) {
    case 'appended':
    case 'duplicate':
      return { status: row.status, version: row.version!, position: row.position! };
    case 'version-conflict':
      return { status: row.status, version: row.version! };
    case 'odometer-out-of-order':
      return {
        status: row.status,
        previous: neighbour(row.previous_id, row.previous_date, row.previous_m),
        next: neighbour(row.next_id, row.next_date, row.next_m),
      };
    default:
      return { status: row.status };
  }
}

function neighbour(
  eventId: string | null,
  date: string | null,
  odometerM: number | null,
): NeighbourReading | null {
  return eventId === null ? null : { eventId, date: date!, odometerM: odometerM! };
}
