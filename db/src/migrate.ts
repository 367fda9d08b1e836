import pg from 'pg';
import { readMigrations, type Migration } from './read-migrations.js';

/** The roles that log in; each gets a password when one is given. */
export const loginRoles = [
  'odolog_owner',
  'odolog_api',
  'odolog_worker',
  'odolog_jobs',
  'odolog_auth',
] as const;
export type LoginRole = (typeof loginRoles)[number];

export interface MigrateOptions {
  /** A role that may create roles, connected to the database to migrate. */
  readonly adminUrl: string;
  readonly passwords?: Partial<Record<LoginRole, string>>;
}

/** The file in which roles are made runs as the administrator, all others as odolog_owner. */
const administratorsFile = 1;
/** Any constant: one migrator of a database at a time. */
const migrationLock = 7_236_541;

/**
 * Brings a database up to date. Each file runs in a transaction of its own; a second migrator waits for the first.
 * @returns the names of the files that were applied
 * @throws when a file that was applied has changed since, or is missing
 */
export async function migrate({ adminUrl, passwords = {} }: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'odolog-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const migrations = readMigrations();
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    for (const role of loginRoles) {
      if (passwords[role]) await setPassword(client, role, passwords[role]);
    }
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function findPending(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS public.odolog_migrations (
    number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'SELECT number, name, checksum FROM public.odolog_migrations ORDER BY number',
  );
  const applied = new Map(rows.map((row) => [row.number, row]));
  for (const row of rows) {
    const file = migrations.find((migration) => migration.number === row.number);
    if (!file)
      throw new Error(
        `${row.name} was applied to this database, but this version of Odolog does not have it`,
      );
    if (file.checksum !== row.checksum)
      throw new Error(`${row.name} has changed since it was applied: add another migration`);
  }
  return migrations.filter((migration) => !applied.has(migration.number));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    if (migration.number > administratorsFile) await client.query('SET LOCAL ROLE odolog_owner');
    await client.query(migration.sql);
    await client.query('RESET ROLE');
    await client.query('INSERT INTO public.odolog_migrations (number, name, checksum) VALUES ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`${migration.name}: ${(cause as Error).message}`, { cause });
  }
}

async function setPassword(client: pg.Client, role: LoginRole, password: string): Promise<void> {
  await client.query(
    `ALTER ROLE ${client.escapeIdentifier(role)} PASSWORD ${client.escapeLiteral(password)}`,
  );
}
