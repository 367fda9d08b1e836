import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestDatabase } from '@odolog/testing';
import type { TestApp } from '../test-app.js';

interface Table {
  readonly name: string;
}

/**
 * What stands in every table of the product and of its job queue, and in the outbox, which is the one folder that it writes
 * to: the number of rows and a digest of them, so that a changed row shows as well. Whatever lies there, whoever wrote it.
 */
export async function contentsOf({ database, resources }: TestApp): Promise<Record<string, string>> {
  const { pool } = database.admin();
  const tables = await tablesOf(database);
  const { rows } = await pool.query<{ name: string; content: string }>(
    tables.map(({ name }) => digestOf(name)).join(' UNION ALL '),
  );
  return {
    ...Object.fromEntries(rows.map(({ name, content }) => [name, content])),
    ...(await filesUnder(resources.config.mail.outboxDir)),
  };
}

/** Every row in which this id stands anywhere, by table. */
export async function rowsAbout({ database }: TestApp, id: string): Promise<Record<string, string>> {
  const { pool } = database.admin();
  const found: Record<string, string> = {};
  for (const { name } of await tablesOf(database)) {
    const { rows } = await pool.query<{ all: string | null }>(
      `SELECT string_agg(t::text, ' ' ORDER BY t::text) AS all FROM ${name} t WHERE t::text LIKE $1`,
      [`%${id}%`],
    );
    if (rows[0]?.all) found[name] = rows[0].all;
  }
  return found;
}

async function tablesOf(database: TestDatabase): Promise<Table[]> {
  const { rows } = await database.admin().pool.query<Table>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('app', 'private', 'auth', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition`);
  return rows;
}

const digestOf = (table: string): string => `
  SELECT '${table.replaceAll("'", "''")}' AS name,
         count(*) || ' rows ' || COALESCE(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS content
    FROM ${table} t ${table === 'auth.verification' ? withoutChallenges : ''}`;

/** Whoever asks to sign in by a passkey is given something to sign, which is kept for minutes. */
const withoutChallenges = `WHERE t."value" NOT LIKE '{"type":"authentication"%'`;

async function filesUnder(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return Object.fromEntries(
    files.map((file, at) => [
      path.relative(folder, file),
      createHash('sha256').update(contents[at]!).digest('hex'),
    ]),
  );
}
