import { testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function lastYearAt(now: string): Promise<number> {
  const { rows } = await database
    .admin()
    .pool.query<{ year: number }>('SELECT app.last_storable_year($1) AS year', [now]);
  return rows[0]!.year;
}

it('stores ten years ahead of wherever it is latest on earth', async () => {
  expect(await lastYearAt('2026-12-31T09:59:59Z')).toBe(2036);
  // midnight on Kiritimati
  expect(await lastYearAt('2026-12-31T10:00:00Z')).toBe(2037);
  expect(await lastYearAt('2027-01-01T00:00:00Z')).toBe(2037);
});

it('refuses the year after that, and those before 1900', async () => {
  const { pool } = database.admin();
  const year = await lastYearAt(new Date().toISOString());
  await expect(pool.query(`SELECT app.ensure_partition('${year}-12-31')`)).resolves.toBeDefined();
  for (const date of [`${year + 1}-01-01`, '1899-12-31'])
    await expect(pool.query(`SELECT app.ensure_partition('${date}')`)).rejects.toMatchObject({
      code: '22008',
    });
});
