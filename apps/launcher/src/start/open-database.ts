import path from 'node:path';
import { CannotStart, startPostgres, type RunningPostgres } from '@odolog/embedded-postgres';
import { migrate } from '@odolog/migrate';
import pg from 'pg';
import { refuseExamplePassword } from './example-password.js';
import { refuseSharedServer } from './refuse-shared-server.js';
import { rolePasswords, type Origins } from './secrets.js';

/** A migrated database and, where it is ours to run, its server. */
export interface OpenDatabase {
  readonly adminUrl: string;
  readonly embedded: RunningPostgres | undefined;
}

const oldestVersion = 18;

/** Starts the embedded PostgreSQL, or goes to the person's own. @throws CannotStart */
export async function openDatabase(dataDir: string, databaseUrl: string | undefined): Promise<OpenDatabase> {
  if (databaseUrl) {
    refuseExamplePassword(databaseUrl);
    await examine(databaseUrl);
    return { adminUrl: databaseUrl, embedded: undefined };
  }
  const embedded = await startPostgres({ dataDir: postgresFolder(dataDir) });
  return { adminUrl: embedded.adminUrl, embedded };
}

/** Where in the data directory the embedded server keeps its cluster. */
export const postgresFolder = (dataDir: string): string => path.join(dataDir, 'postgres');

/** Brings it up to date and gives the product's roles their passwords. @throws CannotStart */
export async function prepareDatabase(origins: Origins): Promise<void> {
  await refuseSharedServer(origins);
  await migrate({ adminUrl: origins.adminUrl, passwords: rolePasswords(origins) });
}

async function examine(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new CannotStart(
      `The PostgreSQL of DATABASE_URL does not let us in: ${(cause as Error).message}.`,
      'Check host, port, role, password and database; the database must exist.',
      { cause },
    );
  }
  try {
    const { rows } = await client.query<{ version: number; may_create_roles: boolean }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, rolsuper OR rolcreaterole AS may_create_roles
       FROM pg_roles WHERE rolname = current_user`,
    );
    refuseUnfit(rows[0]!);
  } finally {
    await client.end();
  }
}

function refuseUnfit(server: { version: number; may_create_roles: boolean }): void {
  if (server.version < oldestVersion) {
    throw new CannotStart(
      `The PostgreSQL of DATABASE_URL is version ${server.version}.`,
      `Odolog needs PostgreSQL ${oldestVersion} or later.`,
    );
  }
  if (!server.may_create_roles) {
    throw new CannotStart(
      'The role of DATABASE_URL may not create roles, and Odolog keeps its processes apart by roles of their own.',
      'Give it that right (`ALTER ROLE ... CREATEROLE`), or name an administrator.',
    );
  }
}
