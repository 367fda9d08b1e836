import { expect, test } from 'vitest';
import { readConfig } from '../config.js';
import { programs } from './programs.js';

const secret = 'hV3nQ8rT1xZ6bK0mW5yC9dF2gJ7pL4sA';
const wiring = {
  adminUrl: 'postgres://admin:word-of-the-admin@db/odolog',
  authSecret: secret,
  host: '::',
  webPort: 3001,
  metricsPort: 9100,
  workerMetricsPort: 9101,
};
const environment = {
  REDIS_URL: 'redis://:word-of-redis@cache',
  ODOLOG_SMTP_URL: 'smtp://a:word-of-mail@mail',
  ODOLOG_OIDC_PROVIDERS: '[{"clientSecret":"word-of-a-provider"}]',
};

const [api, worker, web] = programs(readConfig(environment), wiring).map(({ env }) => JSON.stringify(env));

test('each process is told the secrets that it works with, and no other', () => {
  const words = ['word-of-the-admin', secret, 'word-of-redis', 'word-of-mail', 'word-of-a-provider'];
  const known = (env = '') => words.filter((word) => env.includes(word));
  expect(known(api)).toEqual([secret, 'word-of-redis', 'word-of-mail', 'word-of-a-provider']);
  expect(known(worker)).toEqual(['word-of-mail']);
  expect(known(web)).toEqual([]);
});

test('each process works under roles of its own', () => {
  const roles = (env = '') => [...new Set(env.match(/odolog_\w+(?=:)/g))].toSorted();
  expect(roles(api)).toEqual(['odolog_api', 'odolog_auth', 'odolog_jobs']);
  expect(roles(worker)).toEqual(['odolog_jobs', 'odolog_worker']);
  expect(roles(web)).toEqual([]);
});

test('metrics are answered on ports of their own', () => {
  expect(api).toContain('"ODOLOG_METRICS_PORT":"9100"');
  expect(worker).toContain('"ODOLOG_WORKER_METRICS_PORT":"9101"');
});
