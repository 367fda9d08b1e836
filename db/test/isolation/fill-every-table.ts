import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@odolog/testing';
import type { Pool } from 'pg';
import type { Occupant } from './occupant.js';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** A table that rows are put into: partitions are filled through their parent. */
interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/**
 * Gives every occupant a row in each table of the product that has none of theirs, from the catalogue alone, so that a
 * table of tomorrow is filled too. Rules of the domain would only stand in the way: checks are dropped, triggers and
 * foreign keys rest.
 */
export async function fillEveryTable(database: TestDatabase, occupants: readonly Occupant[]): Promise<void> {
  const { pool } = database.admin();
  await dropChecks(pool);
  for (const table of await tablesOf(pool)) {
    for (const occupant of occupants) {
      if (await hasRowOf(pool, table.name, occupant)) continue;
      const { text, values } = insertOf(table, occupant);
      const client = await pool.connect();
      try {
        await client.query('SET session_replication_role = replica');
        await client.query(text, values);
      } finally {
        await client.query('RESET session_replication_role');
        client.release();
      }
    }
  }
}

/** The statement that adds a row of this occupant. */
export function insertOf({ name, columns }: Table, occupant: Occupant): { text: string; values: unknown[] } {
  const values = columns.map((column) => valueOf(column, occupant, name));
  const given = columns.map(({ name: column }) => `"${column}"`).join(', ');
  const places = columns.map(({ type }, at) => `$${at + 1}::${type}`).join(', ');
  return { text: `INSERT INTO ${name} (${given}) VALUES (${places})`, values };
}

/** Whether anything in the table says whose it is. */
export async function hasRowOf(pool: Pool, table: string, occupant: Occupant): Promise<boolean> {
  const { rowCount } = await pool.query(`SELECT FROM ${table} t WHERE t::text ~ $1 LIMIT 1`, [
    marksOf(occupant).join('|'),
  ]);
  return rowCount === 1;
}

/** What no one else may ever read. */
export const marksOf = ({ tenantId, userId, vehicleId, eventId, secret }: Occupant): string[] => [
  tenantId,
  userId,
  vehicleId,
  eventId,
  secret,
];

/** Every table but partitions, with the columns that can be written. */
export async function tablesOf(pool: Pool): Promise<Table[]> {
  const { rows } = await pool.query<Table>(`
    SELECT c.oid::regclass::text AS name,
           json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull) ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
     WHERE n.nspname IN ('app', 'private', 'auth') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     GROUP BY c.oid ORDER BY 1`);
  return rows;
}

async function dropChecks(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ statement: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS statement
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('app', 'private', 'auth') AND k.contype = 'c' AND k.coninhcount = 0`);
  for (const { statement } of rows) await pool.query(statement);
}

const samples: Readonly<Record<string, unknown>> = {
  boolean: false,
  date: '2026-01-01',
  bytea: Buffer.alloc(32),
  json: '{}',
  jsonb: '{}',
  inet: '127.0.0.1',
  interval: '1 day',
};

/** By the name of a column whose it is, else by its type. */
function valueOf({ name, type }: Column, occupant: Occupant, table: string): unknown {
  if (type === 'uuid') return uuidOf(name, occupant, table);
  if (type in samples) return samples[type];
  if (type.endsWith('[]')) return '{}';
  if (/^(timestamp|time)/.test(type)) return '2026-01-01T00:00:00Z';
  if (/int|numeric|double|real/.test(type)) return occupant.number;
  return occupant.secret;
}

function uuidOf(name: string, { tenantId, userId, vehicleId }: Occupant, table: string): string {
  if (name === 'tenant_id' || (table === 'app.tenants' && name === 'id')) return tenantId;
  if (name === 'vehicle_id') return vehicleId;
  return /^(user_?id|.*_by)$/i.test(name) ? userId : randomUUID();
}
