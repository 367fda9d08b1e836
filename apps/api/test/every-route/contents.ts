import type { TestDatabase } from '@odolog/testing';

interface Table {
  readonly name: string;
}

/** What stands in every table of ours: the number of rows and a digest of them, so that a changed row shows as well. */
export async function contentsOf(database: TestDatabase): Promise<Record<string, string>> {
  const { pool } = database.admin();
  const { rows: tables } = await pool.query<Table>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('app', 'private', 'auth') AND c.relkind IN ('r', 'p') AND NOT c.relispartition`);
  const { rows } = await pool.query<{ name: string; content: string }>(
    tables.map(({ name }) => digestOf(name)).join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
}

const digestOf = (table: string): string => `
  SELECT '${table.replaceAll("'", "''")}' AS name,
         count(*) || ' rows ' || COALESCE(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS content
    FROM ${table} t ${table === 'auth.verification' ? withoutChallenges : ''}`;

/** Whoever asks to sign in by a passkey is given something to sign, which is kept for minutes. */
const withoutChallenges = `WHERE t."value" NOT LIKE '{"type":"authentication"%'`;
