import type pg from 'pg';
import type { Writable } from 'node:stream';

/** As the types leave out: what the client writes to. */
interface Wired {
  readonly connection: { readonly stream: Writable };
}

/**
 * Sends queries together, in one packet with whatever else is asked in this turn, and waits for all of their answers: to wake the
 * server, and to be woken by it, costs as much as a small query.
 *
 * @returns their answers; rejects with the first refusal
 */
export async function inOneFlight<Row extends object>(
  client: pg.PoolClient,
  queries: readonly pg.QueryConfig[],
): Promise<pg.QueryResult<Row>[]> {
  const { stream } = (client as unknown as Wired).connection;
  stream.cork();
  const answers = queries.map((query) => client.query<Row>(query));
  process.nextTick(() => stream.uncork());
  return Promise.all(answers);
}
