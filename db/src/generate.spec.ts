import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@odolog/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generatedFiles } from './generate.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it.each(generatedFiles.map((generated) => ({ ...generated, name: path.basename(generated.file) })))(
  '$name says what the migrations make; npm run gen writes it anew',
  async ({ file, write }) => {
    expect(await write(database.adminUrl)).toBe(await readFile(file, 'utf8'));
  },
);

it('dumps the same text whichever years have partitions', async () => {
  const [{ write }] = generatedFiles;
  const before = await write(database.adminUrl);
  await database.admin().pool.query(`SELECT app.ensure_partition('1950-01-01')`);
  expect(await write(database.adminUrl)).toBe(before);
});
