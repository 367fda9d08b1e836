import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.js';

const urls = {
  ODOLOG_WORKER_DATABASE_URL: 'postgresql://odolog_worker:hV3nQ8rT1xZ6bK0m@localhost/odolog',
  ODOLOG_JOBS_DATABASE_URL: 'postgres://odolog_jobs:W5yC9dF2gJ7pL4sA@localhost/odolog',
};

it('needs the two ways into the database, and knows the rest', () => {
  expect(readConfig(urls)).toEqual({
    workerDatabaseUrl: urls.ODOLOG_WORKER_DATABASE_URL,
    jobsDatabaseUrl: urls.ODOLOG_JOBS_DATABASE_URL,
    lanes: 4,
    metricsPort: undefined,
    metricsHost: '127.0.0.1',
    logLevel: 'info',
    publicUrl: 'http://localhost:3000',
    mail: {
      smtpUrl: undefined,
      from: 'Odolog <odolog@localhost>',
      outboxDir: path.resolve('.data/outbox'),
    },
  });
});

it('names everything that is missing or not usable at once, and no value', () => {
  const environment = { ODOLOG_JOBS_DATABASE_URL: 'mysql://secret', ODOLOG_WORKER_LANES: 'many' };
  expect(() => readConfig(environment)).toThrow(
    'Missing or not usable: ODOLOG_WORKER_DATABASE_URL, ODOLOG_JOBS_DATABASE_URL, ODOLOG_WORKER_LANES',
  );
});

it('reads a secret from a file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-config-'));
  const file = path.join(folder, 'url');
  await writeFile(file, `${urls.ODOLOG_WORKER_DATABASE_URL}\n`);
  const { ODOLOG_WORKER_DATABASE_URL: expected, ...others } = urls;
  expect(readConfig({ ...others, ODOLOG_WORKER_DATABASE_URL_FILE: file }).workerDatabaseUrl).toBe(expected);
  await rm(folder, { recursive: true });
});
