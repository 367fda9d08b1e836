import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('citus.sql gives every table of the tenants a place', async () => {
  const sql = readFileSync(path.join(import.meta.dirname, '..', 'citus.sql'), 'utf8');
  const placed = [...sql.matchAll(/create_(?:distributed|reference)_table\('app\.(\w+)'/g)].map(
    ([, table]) => table,
  );
  const { rows } = await database.admin().pool.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`);
  expect(placed.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});
