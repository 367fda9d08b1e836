import type pg from 'pg';
import { appendOutcome, type AppendResultRow } from './append-result.js';
import {
  bigints,
  booleans,
  dates,
  instants,
  integers,
  jsonbs,
  smallints,
  texts,
  uuids,
} from './binary-arrays.js';
import type { CommandRow } from './command-row.js';
import type { AppendOutcome } from './event.js';

const parametersFrom = (first: number): string =>
  Array.from({ length: 18 - first }, (_, at) => `$${first + at}`).join(',');
// Postgres appends in the tenant at hand alone: a statement that is a transaction of its own enters it first, in the same trip.
const open = `SELECT app.open_stream(entered.tenant, $2) FROM app.enter_tenant($1) AS entered (tenant)`;
const single = `SELECT appended.* FROM app.enter_tenant($1) AS entered (tenant),
  LATERAL app.append_event(entered.tenant, ${parametersFrom(2)}) AS appended`;
const group = `SELECT ordinal, version, "position" FROM app.enter_tenants($1) AS entered (scope),
  LATERAL app.append_group(entered.scope, ${parametersFrom(2)})`;
const all = `SELECT * FROM app.append_all(${parametersFrom(1)})`;

/** Makes a vehicle's stream; once more does nothing. */
export async function openStream(pool: pg.Pool, tenantId: string, vehicleId: string): Promise<void> {
  await pool.query(open, [tenantId, vehicleId]);
}

/** One command, one prepared call. */
export async function appendOne(pool: pg.Pool, row: CommandRow): Promise<AppendOutcome> {
  const { rows } = await pool.query<AppendResultRow>({
    name: 'append_event',
    text: single,
    values: [
      row.tenant,
      row.vehicle,
      row.id,
      row.date,
      row.at,
      row.timeKnown,
      row.type,
      row.schemaVersion,
      row.odometerM,
      row.void,
      row.payload,
      row.notes,
      row.hash,
      row.expected,
      row.corrects,
      row.by,
      row.source,
    ],
  });
  return appendOutcome(rows[0]!);
}

/** Where in a batch an event was appended; commands that do not fit do not come back. */
export interface GroupedRow {
  /** From 1. */
  readonly ordinal: number;
  readonly version: number;
  readonly position: number;
}

/** A batch sorted by tenant and vehicle, each vehicle at most once. Committed when it answers. */
export async function appendGroup(pool: pg.Pool, rows: readonly CommandRow[]): Promise<GroupedRow[]> {
  const column = columnsOf(rows);
  const answer = await pool.query<GroupedRow>({
    name: 'append_group',
    text: group,
    values: [
      `{${[...new Set(rows.map((row) => row.tenant))].join(',')}}`,
      uuids(column((row) => row.tenant)),
      uuids(column((row) => row.vehicle)),
      ...sharedColumns(rows),
      integers(column((row) => row.expected)),
      uuids(column((row) => row.by)),
      texts(column((row) => row.source)),
    ],
  });
  return answer.rows;
}

/** Commands of one vehicle, each seeing those before it, in the transaction of `client`, which is in their tenant. */
export async function appendSequence(
  client: pg.ClientBase,
  rows: readonly CommandRow[],
): Promise<AppendOutcome[]> {
  const answer = await client.query<AppendResultRow>({ name: 'append_all', ...sequenceOf(rows) });
  return answer.rows.map(appendOutcome);
}

/** The call that appends commands of one vehicle to the tenant at hand; a row of the type AppendResultRow comes back for each. */
export function sequenceOf(rows: readonly CommandRow[]): { text: string; values: unknown[] } {
  const column = columnsOf(rows);
  return {
    text: all,
    values: [
      rows[0]!.tenant,
      rows[0]!.vehicle,
      ...sharedColumns(rows),
      integers(column((row) => row.expected)),
      uuids(column((row) => row.corrects)),
      uuids(column((row) => row.by)),
      texts(column((row) => row.source)),
    ],
  };
}

/** The parameters that group and sequence have in common, from the id to the hashes. */
function sharedColumns(rows: readonly CommandRow[]): Buffer[] {
  const column = columnsOf(rows);
  return [
    uuids(column((row) => row.id)),
    dates(column((row) => row.date)),
    instants(column((row) => row.at)),
    booleans(column((row) => row.timeKnown)),
    texts(column((row) => row.type)),
    smallints(column((row) => row.schemaVersion)),
    bigints(column((row) => row.odometerM)),
    booleans(column((row) => row.void)),
    jsonbs(column((row) => row.payload)),
    texts(column((row) => row.notes)),
    Buffer.concat(rows.map((row) => row.hash)),
  ];
}

const columnsOf =
  (rows: readonly CommandRow[]) =>
  <Value>(pick: (row: CommandRow) => Value): Value[] =>
    rows.map(pick);
