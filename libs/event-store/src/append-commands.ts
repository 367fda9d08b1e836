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

const parameters = (count: number): string =>
  Array.from({ length: count }, (_, at) => `$${at + 1}`).join(',');
const single = `SELECT * FROM app.append_event(${parameters(17)})`;
const group = `SELECT ordinal, version, "position" FROM app.append_group(${parameters(17)})`;
const all = `SELECT * FROM app.append_all(${parameters(17)})`;

/** One command, one prepared call. */
export async function appendOne(client: pg.Pool | pg.ClientBase, row: CommandRow): Promise<AppendOutcome> {
  const { rows } = await client.query<AppendResultRow>({
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

/** Commands of one vehicle, each seeing those before it, in the transaction of `client`. */
export async function appendSequence(
  client: pg.ClientBase,
  rows: readonly CommandRow[],
): Promise<AppendOutcome[]> {
  const answer = await client.query<AppendResultRow>({ name: 'append_all', ...sequenceOf(rows) });
  return answer.rows.map(appendOutcome);
}

/** The call that appends commands of one vehicle; a row of the type AppendResultRow comes back for each. */
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
