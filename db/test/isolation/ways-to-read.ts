import type { PoolClient } from 'pg';
import type { Relation } from './relations.js';

/** A way to read a relation: resolves with everything that came back as text. */
export type WayToRead = (client: PoolClient, relation: Relation) => Promise<string>;

const columnsOf = ({ readable }: Relation): string => readable.join(', ') || '1';
const select = (relation: Relation): string => `SELECT ${columnsOf(relation)} FROM ${relation.name}`;
const asText = async (client: PoolClient, query: string): Promise<string> =>
  JSON.stringify((await client.query(query)).rows);

/** By name, what SQL injection or a careless query could try. */
export const waysToRead: Readonly<Record<string, WayToRead>> = {
  SELECT: (client, relation) => asText(client, select(relation)),
  'SELECT FROM ONLY': (client, { name, ...relation }) =>
    asText(client, select({ ...relation, name: `ONLY ${name}` })),
  TABLESAMPLE: (client, relation) => asText(client, `${select(relation)} TABLESAMPLE SYSTEM (100)`),
  'COPY TO STDOUT': (client, relation) => copied(client, `COPY (${select(relation)}) TO STDOUT`),
  'COPY of the table itself': (client, { name, readable }) =>
    copied(client, `COPY ${name} (${readable.join(', ')}) TO STDOUT`),
  'a cursor': async (client, relation) => {
    await client.query(`DECLARE everything CURSOR FOR ${select(relation)}`);
    return asText(client, 'FETCH ALL FROM everything');
  },
  // A function that is cheap to run is tried before the policy unless the policy is a barrier; its error tells the row.
  'an error that tells the row': (client, relation) =>
    asText(client, `${select(relation)} WHERE (${row(relation)})::text::integer = 0`),
  'EXPLAIN ANALYZE': (client, relation) =>
    asText(
      client,
      `EXPLAIN (ANALYZE, VERBOSE, TIMING OFF) ${select(relation)} WHERE (${row(relation)})::text <> ''`,
    ),
  'an anonymous block': (client, relation) => noticed(client, inABlock(relation)),
  'row security switched off': async (client, relation) => {
    await client.query('SET LOCAL row_security = off');
    return asText(client, select(relation));
  },
  'the statistics of the planner': (client, { name }) =>
    asText(
      client,
      `SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats
        WHERE format('%I.%I', schemaname, tablename)::regclass = '${name.replaceAll("'", "''")}'::regclass`,
    ),
};

const row = (relation: Relation): string => `ROW(${columnsOf(relation)})`;

const inABlock = (relation: Relation): string => `
  DO $block$ DECLARE found record; BEGIN
    FOR found IN ${select(relation)} LOOP RAISE NOTICE '%', found; END LOOP;
  END $block$`;

interface CopyMessage {
  readonly chunk: Buffer;
}

async function copied(client: PoolClient, statement: string): Promise<string> {
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  const chunks: Buffer[] = [];
  const keep = ({ chunk }: CopyMessage) => void chunks.push(chunk);
  connection.on('copyData', keep);
  try {
    await client.query(statement);
    return Buffer.concat(chunks).toString();
  } finally {
    connection.off('copyData', keep);
  }
}

async function noticed(client: PoolClient, statement: string): Promise<string> {
  const notices: (string | undefined)[] = [];
  const keep = ({ message }: { message?: string | undefined }) => void notices.push(message);
  client.on('notice', keep);
  try {
    await client.query(statement);
    return notices.join('\n');
  } finally {
    client.off('notice', keep);
  }
}
