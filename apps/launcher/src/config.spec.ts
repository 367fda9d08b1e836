import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, root } from './config.js';

test('without a word the product runs on port 3000 with its data in .data', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, dataDir: `${root}/.data`, databaseUrl: undefined });
});

test('what cannot be used is named together, and no value is shown', () => {
  const environment = { PORT: '99999', DATABASE_URL: 'mysql://root:hunter2@db/odolog' };
  expect(() => readConfig(environment)).toThrow(/^Not usable: PORT, DATABASE_URL\.$/);
});

const secret = 'hV3nQ8rT1xZ6bK0mW5yC9dF2gJ7pL4sA';

test('no secret is inherited by other processes, neither by name nor by file', () => {
  const environment = {
    PATH: '/bin',
    DATABASE_URL: 'postgres://a:b@db/odolog',
    ODOLOG_AUTH_SECRET: secret,
    REDIS_URL: 'redis://:w0rd-of-cache@cache',
    ODOLOG_SMTP_URL: 'smtp://a:w0rd-of-mail@mail',
    ODOLOG_API_DATABASE_URL_FILE: '/run/secrets/api',
  };
  const { databaseUrl, authSecret, redisUrl, smtpUrl, inherited } = readConfig(environment);
  expect({ databaseUrl, authSecret, redisUrl, smtpUrl }).toEqual({
    databaseUrl: environment.DATABASE_URL,
    authSecret: secret,
    redisUrl: environment.REDIS_URL,
    smtpUrl: environment.ODOLOG_SMTP_URL,
  });
  expect(inherited).toEqual({ PATH: '/bin' });
});

test('a secret may stand in a file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-config-'));
  const file = path.join(folder, 'secret');
  await writeFile(file, `${secret}\n`);
  expect(readConfig({ ODOLOG_AUTH_SECRET_FILE: file }).authSecret).toBe(secret);
  await rm(folder, { recursive: true });
});

test('a secret that can be guessed is refused', () => {
  expect(() => readConfig({ ODOLOG_AUTH_SECRET: 'change-me-before-you-go-live-1234' })).toThrow(
    /^Not usable: ODOLOG_AUTH_SECRET\.$/,
  );
});
