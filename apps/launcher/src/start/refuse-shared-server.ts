import { CannotStart } from '@odolog/embedded-postgres';
import { loginRoles } from '@odolog/migrate';
import pg from 'pg';
import { rolePasswords, roleUrl, type Origins } from './secrets.js';

const wrongPassword = '28P01';

/**
 * Roles belong to a whole server: to set other passwords would shut out an installation with another secret that runs there,
 * in a database of its own.
 *
 * @throws CannotStart
 */
export async function refuseSharedServer(origins: Origins): Promise<void> {
  if (!(await runsBesideUs(origins.adminUrl)) || (await agrees(origins))) return;
  throw new CannotStart(
    'Another installation of Odolog runs on the PostgreSQL of DATABASE_URL, and its roles have the passwords of that one.',
    'Start both with the same ODOLOG_AUTH_SECRET (the file `auth-secret` of its data directory), or give this one a server of its own.',
  );
}

async function runsBesideUs(adminUrl: string): Promise<boolean> {
  return asking(adminUrl, async (client) => {
    const { rowCount } = await client.query(
      'SELECT FROM pg_stat_activity WHERE usename = ANY ($1) AND datname <> current_database() LIMIT 1',
      [loginRoles],
    );
    return rowCount !== 0;
  });
}

async function agrees(origins: Origins): Promise<boolean> {
  const role = loginRoles[0];
  const url = roleUrl(origins.adminUrl, role, rolePasswords(origins)[role]);
  try {
    return await asking(url, async () => true);
  } catch (error) {
    return (error as pg.DatabaseError).code !== wrongPassword;
  }
}

async function asking<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
