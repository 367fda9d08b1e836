import { expect, test } from 'vitest';
import { readConfig, root } from './config.js';

test('without a word the product runs on port 3000 with its data in .data', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, dataDir: `${root}/.data`, databaseUrl: undefined });
});

test('what cannot be used is named together, and no value is shown', () => {
  const environment = { PORT: '99999', DATABASE_URL: 'mysql://root:hunter2@db/odolog' };
  expect(() => readConfig(environment)).toThrow(/^Not usable: PORT, DATABASE_URL\.$/);
});

test('the administrator of the database is not passed on to other processes', () => {
  const { databaseUrl, inherited } = readConfig({ DATABASE_URL: 'postgres://a:b@db/odolog', PATH: '/bin' });
  expect(databaseUrl).toBe('postgres://a:b@db/odolog');
  expect(inherited).toEqual({ PATH: '/bin' });
});
