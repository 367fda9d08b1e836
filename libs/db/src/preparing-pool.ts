import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { inOneFlight } from './in-one-flight.js';
import { preparedName } from './prepared-name.js';

/** The pool as Kysely sees it: whatever is read through it is prepared once a connection, and a transaction costs no trips of its own to begin. */
export function preparingPool(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => preparing(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  };
}

/** What begins a transaction answers nothing that anyone waits for: it leaves together with the first question. */
const begins = /^(begin|SELECT app\.set_tenant\(\$1\))$/;
const nothing = { command: 'SELECT', rowCount: 0, rows: [] } as const;

function preparing(client: pg.PoolClient): PostgresPoolClient {
  let held: pg.QueryConfig[] = [];
  const query = async (text: string, values: readonly unknown[]) => {
    held.push({ name: preparedName(text), text, values: [...values] });
    if (begins.test(text)) return nothing;
    const leaving = held;
    held = [];
    return (await inOneFlight(client, leaving)).at(-1)!;
  };
  return {
    // Only without the cursors, which nothing here reads through.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  };
}
