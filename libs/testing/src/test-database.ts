import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '@odolog/db';
import type { LoginRole } from '@odolog/migrate';
import { inject } from 'vitest';
import { databaseUrl, execute, templateDatabase, testPasswords } from './cluster.js';
import './global-setup.js';

/** A migrated database of a test file's own. */
export interface TestDatabase {
  /** As the superuser: for looking where no role may look. */
  readonly adminUrl: string;
  /** As one of the product's roles. */
  url(role: LoginRole): string;
  /** A pool as that role, closed by `drop`. */
  as(role: LoginRole): Database;
  /** A pool as the superuser, closed by `drop`: sees all rows. */
  admin(): Database;
  drop(): Promise<void>;
}

/** Clones the migrated template. Call it in beforeAll and `drop` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('adminUrl');
  const name = `odolog_test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase} STRATEGY FILE_COPY`);
  const adminUrl = databaseUrl(server, name);
  await execute(adminUrl, privilegesOfTheTemplate(name));
  const pools = new Map<string, Database>();
  const pool = (connectionString: string): Database => {
    const open =
      pools.get(connectionString) ?? createDatabase({ connectionString, max: 40, applicationName: 'test' });
    pools.set(connectionString, open);
    return open;
  };
  const url = (role: LoginRole): string => {
    const as = new URL(adminUrl);
    as.username = role;
    as.password = testPasswords[role];
    return as.href;
  };
  return {
    adminUrl,
    url,
    as: (role) => pool(url(role)),
    admin: () => pool(adminUrl),
    drop: async () => {
      await Promise.all([...pools.values()].map((open) => open.close()));
      await execute(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A database's own privileges are not copied with a template. */
const privilegesOfTheTemplate = (name: string): string => `
  REVOKE CREATE, TEMPORARY ON DATABASE ${name} FROM PUBLIC;
  GRANT CONNECT ON DATABASE ${name} TO odolog_owner, odolog_api, odolog_worker, odolog_jobs, odolog_auth;
  GRANT TEMPORARY ON DATABASE ${name} TO odolog_refresher`;
