import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { migrate } from '../src/migrate.js';
import { readMigrations } from '../src/read-migrations.js';

/**
 * A database of the file's own as it was before a migration.
 * @param first the number of the first one that has not been there
 * @param fill puts into it what was there then, as the superuser
 */
export function databaseBefore(first: number, fill: (client: pg.Client) => Promise<void>) {
  const name = `odolog_before_${randomUUID().replaceAll('-', '')}`;
  const server = inject('adminUrl');
  const url = new URL(server);
  url.pathname = `/${name}`;
  beforeAll(async () => {
    await using(server, (client) => client.query(`CREATE DATABASE ${name}`));
    await using(url.href, async (client) => {
      await migrateUpTo(client, first);
      await fill(client);
    });
  });
  afterAll(() => using(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));
  return {
    /** Brings it to what it is today. */
    migrate: () => migrate({ adminUrl: url.href }),
    query: <Row extends pg.QueryResultRow>(text: string) =>
      using(url.href, async (client) => (await client.query<Row>(text)).rows),
  };
}

async function using<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function migrateUpTo(client: pg.Client, first: number): Promise<void> {
  await client.query(
    'CREATE TABLE public.odolog_migrations (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  for (const { number, name, sql, checksum } of readMigrations()) {
    if (number >= first) break;
    await client.query('BEGIN');
    if (number > 1) await client.query('SET LOCAL ROLE odolog_owner');
    await client.query(sql);
    await client.query('RESET ROLE');
    await client.query('INSERT INTO public.odolog_migrations VALUES ($1, $2, $3)', [number, name, checksum]);
    await client.query('COMMIT');
  }
}
