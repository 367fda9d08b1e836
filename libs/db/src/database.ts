import { CamelCasePlugin, Kysely, PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import { keptConnections } from './kept-connections.js';
import { preparingPool } from './preparing-pool.js';
import type { Schema } from './schema.gen.js';

/** A pool of connections as one database role. Queries go through `forTenant`. */
export interface Database {
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Schema>;
  readonly dialect: Dialect;
  /** Waits for running queries, then closes every connection. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString: string;
  /** Connections at most. Default 10. */
  readonly max?: number;
  /** What pg_stat_activity shows. */
  readonly applicationName?: string;
}

const int8 = 20;
const date = 1082;

/** `date` stays the string YYYY-MM-DD (a JS Date would move it by the zone), `int8` becomes a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format !== 'binary' && oid === int8) return safeInteger;
    if (format !== 'binary' && oid === date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

export function createDatabase({
  connectionString,
  max = 10,
  applicationName = 'odolog',
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: applicationName,
    types,
    pipeline: true,
    ...keptConnections,
  });
  // An idle connection that drops is the pool's business: the next query gets a fresh one.
  pool.on('error', () => undefined);
  // One that drops between two queries of a transaction tells the next query; without a listener it ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({ pool: preparingPool(pool) });
  const kysely = new Kysely<Schema>({
    dialect,
    // Columns are snake_case in SQL and camelCase here; keys inside jsonb belong to the events and stay as they are.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }).withSchema('app');
  return { pool, kysely, dialect, close: () => kysely.destroy() };
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is larger than a number can hold exactly`);
  return value;
}
