import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres, type RunningPostgres } from '@odolog/embedded-postgres';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from './migrate.js';
import { readMigrations } from './read-migrations.js';

/** Empty databases on the run's server, whose roles exist already. */
const server = inject('adminUrl');
const databases: string[] = [];
let adminUrl: string;
beforeEach(async () => {
  const name = `odolog_migrate_${randomUUID().replaceAll('-', '')}`;
  await query(server, `CREATE DATABASE ${name}`);
  databases.push(name);
  const url = new URL(server);
  url.pathname = `/${name}`;
  adminUrl = url.href;
});
afterAll(async () => {
  for (const name of databases) await query(server, `DROP DATABASE ${name} WITH (FORCE)`);
});

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const all = readMigrations().map(({ name }) => name);

it('applies every file once, in order, and then has nothing to do', async () => {
  expect(await migrate({ adminUrl })).toEqual(all);
  expect(await migrate({ adminUrl })).toEqual([]);
});

it('lets one migrator of a database work at a time', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate({ adminUrl })));
  expect(applied.map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([0, 0, all.length]);
});

it('refuses a database whose migrations were changed after they were applied', async () => {
  await migrate({ adminUrl });
  await query(adminUrl, `UPDATE public.odolog_migrations SET checksum = 'other' WHERE number = 2`);
  await expect(migrate({ adminUrl })).rejects.toThrow(
    '0002_create_tenancy.sql has changed since it was applied',
  );
});

it('refuses a database that a newer version has migrated', async () => {
  await migrate({ adminUrl });
  await query(adminUrl, `INSERT INTO public.odolog_migrations VALUES (9999, '9999_from_the_future.sql', '')`);
  await expect(migrate({ adminUrl })).rejects.toThrow('this version of Odolog does not have it');
});

it('leaves nothing of a file behind that fails', async () => {
  await query(adminUrl, 'CREATE SCHEMA auth');
  await expect(migrate({ adminUrl })).rejects.toThrow(
    '0001_create_roles_and_schemas.sql: schema "auth" already exists',
  );
  expect(
    await query(adminUrl, `SELECT nspname FROM pg_namespace WHERE nspname IN ('app', 'private')`),
  ).toEqual([]);
  await query(adminUrl, 'DROP SCHEMA auth');
  expect(await migrate({ adminUrl })).toEqual(all);
});

/** On a server of their own: a role's password is the same in all databases, and other specs log in with theirs. */
describe('on a new server', () => {
  let postgres: RunningPostgres;
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'odolog-migrate-'));
    postgres = await startPostgres({ dataDir, durable: false });
  });
  afterEach(async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const as = (role: string, password: string, database = 'postgres'): string => {
    const url = new URL(postgres.adminUrl);
    [url.username, url.password, url.pathname] = [role, password, `/${database}`];
    return url.href;
  };

  it('sets the passwords that it is given, and lets that role in', async () => {
    await migrate({ adminUrl: postgres.adminUrl, passwords: { odolog_api: 'given' } });
    expect(await query(as('odolog_api', 'given'), 'SELECT current_user')).toEqual([
      { current_user: 'odolog_api' },
    ]);
  });

  it(
    'needs no superuser: a role that may create roles, in a database of its own, as those who host one give',
    { tags: ['thorough'] },
    async () => {
      await query(postgres.adminUrl, `CREATE ROLE customer LOGIN CREATEROLE PASSWORD 'theirs'`);
      await query(postgres.adminUrl, 'CREATE DATABASE hosted OWNER customer');
      const hosted = as('customer', 'theirs', 'hosted');
      expect(await migrate({ adminUrl: hosted, passwords: { odolog_api: 'given' } })).toEqual(all);
      expect(await migrate({ adminUrl: hosted, passwords: { odolog_api: 'changed' } })).toEqual([]);
      const api = as('odolog_api', 'changed', 'hosted');
      expect(await query(api, 'SELECT count(*)::int AS events FROM app.vehicle_events')).toEqual([
        { events: 0 },
      ]);
      await expect(query(api, 'DELETE FROM app.vehicle_events')).rejects.toThrow('permission denied');
    },
  );
});
