import type { AppendOutcome } from './event.js';

/** A row of the type app.append_result, as pg reads it: of neighbours the metres, or the minutes of an hours meter. */
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
      return { status: row.status, ...neighbours(row, 'odometerM') };
    case 'hours-out-of-order':
      return { status: row.status, ...neighbours(row, 'minutes') };
    default:
      return { status: row.status };
  }
}

type Shown<Unit extends string> = { readonly eventId: string; readonly date: string } & Readonly<
  Record<Unit, number>
>;

function neighbours<Unit extends string>(
  row: AppendResultRow,
  unit: Unit,
): { readonly previous: Shown<Unit> | null; readonly next: Shown<Unit> | null } {
  const shown = (eventId: string | null, date: string | null, value: number | null) =>
    eventId === null ? null : ({ eventId, date, [unit]: value } as Shown<Unit>);
  return {
    previous: shown(row.previous_id, row.previous_date, row.previous_m),
    next: shown(row.next_id, row.next_date, row.next_m),
  };
}
