import { loginRoles } from '@odolog/migrate';
import { aQueue, testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The queue makes its tables by itself. Nobody but the role that owns them gets there, nor would by a grant given by mistake. */
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await (await aQueue(database)).stop({ graceful: false });
});
afterAll(() => database.drop());

const named = async (query: string) =>
  (await database.admin().pool.query<{ name: string }>(query)).rows.map(({ name }) => name);

test('its tables are these', async () => {
  const tables = await named(`SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'pgboss'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`);
  expect(tables).toEqual([
    'bam',
    'instance',
    'job',
    'job_dependency',
    'queue',
    'queue_stats',
    'schedule',
    'subscription',
    'version',
    'warning',
  ]);
});

test('all belong to the role of the jobs', async () => {
  const others = await named(`SELECT relname AS name FROM pg_class
    WHERE relnamespace = 'pgboss'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S') AND relowner <> 'odolog_jobs'::regrole`);
  expect(others).toEqual([]);
});

test('no other role may enter its schema or read a table there', async () => {
  const rights = await named(`
    SELECT format('%s: schema', r.rolname) AS name FROM pg_roles r
     WHERE r.rolname LIKE 'odolog%' AND r.rolname <> 'odolog_jobs'
       AND (has_schema_privilege(r.oid, 'pgboss', 'USAGE') OR has_schema_privilege(r.oid, 'pgboss', 'CREATE'))
    UNION ALL
    SELECT format('%s: %s', r.rolname, c.relname) FROM pg_roles r, pg_class c
     WHERE r.rolname LIKE 'odolog%' AND r.rolname <> 'odolog_jobs'
       AND c.relnamespace = 'pgboss'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
       AND has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE')`);
  expect(rights).toEqual([]);
});

test('a grant that is given by mistake opens none of them', async () => {
  const everything = await named(`SELECT oid::regclass::text AS name FROM pg_class
    WHERE relnamespace = 'pgboss'::regnamespace AND relkind IN ('r', 'p')`);
  const client = await database.admin().pool.connect();
  const count = async (table: string) =>
    (await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)).rows[0]!.count;
  const ofTheirs: Record<string, number> = {};
  const seen: string[] = [];
  try {
    await client.query('BEGIN');
    await client.query(`GRANT USAGE ON SCHEMA pgboss TO ${loginRoles.join(', ')}`);
    await client.query(`GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO ${loginRoles.join(', ')}`);
    await client.query('SET LOCAL ROLE odolog_jobs');
    for (const table of everything) ofTheirs[table] = await count(table);
    for (const role of loginRoles.filter((name) => name !== 'odolog_jobs')) {
      await client.query(`SET LOCAL ROLE ${role}`);
      for (const table of everything) if ((await count(table)) > 0) seen.push(`${role}: ${table}`);
    }
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
  expect(ofTheirs).toMatchObject({ 'pgboss.queue': 2, 'pgboss.schedule': 1, 'pgboss.version': 1 });
  expect(seen).toEqual([]);
});
