import { testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aQueue } from './a-queue.js';

/** The queue makes its tables itself, without row-level security: so nobody but the role that owns them gets there. */
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
