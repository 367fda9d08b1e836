import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.js';

const enough = {
  ODOLOG_API_DATABASE_URL: 'postgres://api@localhost/odolog',
  ODOLOG_AUTH_DATABASE_URL: 'postgres://auth@localhost/odolog',
  ODOLOG_AUTH_SECRET: 'hV3nQ8rT1xZ6bK0mW5yC9dF2gJ7pL4sA',
};

test('what must be there is enough', () => {
  expect(readConfig(enough)).toMatchObject({
    port: 3000,
    publicUrl: 'http://localhost:3000',
    redisUrl: undefined,
  });
  expect(Object.isFrozen(readConfig(enough))).toBe(true);
});

test('all bad names are told together, and no value', () => {
  const bad = {
    ...enough,
    PORT: 'many',
    ODOLOG_AUTH_SECRET: 'short',
    REDIS_URL: 'localhost',
    ODOLOG_OIDC_PROVIDERS: '[{"id":"X","name":"X","issuer":"https://id.example","secret":"s"}]',
    ODOLOG_SMTP_URL: 'mail.example.org',
    ODOLOG_MAIL_FROM: 'Odolog',
  };
  const message =
    'Missing or not usable: PORT, ODOLOG_AUTH_SECRET, ODOLOG_OIDC_PROVIDERS/0, ODOLOG_OIDC_PROVIDERS/0/id, REDIS_URL, ODOLOG_SMTP_URL, ODOLOG_MAIL_FROM';
  expect(() => readConfig(bad)).toThrow(message);
});

test('messages are sent by the host that people type, unless a sender is named', () => {
  const at = (more: Record<string, string>) =>
    readConfig({ ...enough, ODOLOG_URL: 'https://cars.example.org', ODOLOG_TRUSTED_PROXIES: '1', ...more })
      .mail;
  expect(at({})).toMatchObject({ smtpUrl: undefined, from: 'Odolog <odolog@cars.example.org>' });
  expect(at({ ODOLOG_MAIL_FROM: 'cars@example.org' }).from).toBe('cars@example.org');
});

test('with TLS it must be said how many proxies stand in front, be it none', () => {
  const secured = { ...enough, ODOLOG_URL: 'https://cars.example.org' };
  expect(() => readConfig(secured)).toThrow(
    'Missing or not usable: ODOLOG_TRUSTED_PROXIES (how many proxies stand in front and say whom they speak for; 0 for none)',
  );
  const trusted = (count: string) => readConfig({ ...secured, ODOLOG_TRUSTED_PROXIES: count }).trustedProxies;
  expect([trusted('0'), trusted('2'), readConfig(enough).trustedProxies]).toEqual([0, 2, 0]);
  expect(() => trusted('many')).toThrow(/: ODOLOG_TRUSTED_PROXIES$/);
});

test("terms of one's own need a version, for the record", () => {
  expect(readConfig(enough).terms).toEqual({ version: '2026-11', text: undefined, url: undefined });
  const own = { ...enough, ODOLOG_TERMS_URL: 'https://example.org/terms' };
  expect(() => readConfig(own)).toThrow('Missing or not usable: ODOLOG_TERMS_VERSION');
  expect(readConfig({ ...own, ODOLOG_TERMS_VERSION: '3' }).terms.version).toBe('3');
});

test('operations are given to a tenant by its id, or to none', () => {
  const named = (name: string) => readConfig({ ...enough, ODOLOG_OPERATING_TENANT: name }).operatingTenant;
  const id = '0198c0de-0000-7000-8000-000000000001';
  expect([readConfig(enough).operatingTenant, named(id), named('none')]).toEqual([undefined, id, 'none']);
  expect(() => named('mine')).toThrow('Missing or not usable: ODOLOG_OPERATING_TENANT');
});

test('a value may stand in a file', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'odolog-config-')), 'secret');
  const { ODOLOG_AUTH_SECRET: secret, ...rest } = enough;
  writeFileSync(file, `${secret}\n`);
  expect(readConfig({ ...rest, ODOLOG_AUTH_SECRET_FILE: file }).authSecret).toBe(secret);
  expect(() => readConfig({ ...rest, ODOLOG_AUTH_SECRET_FILE: '/nowhere' })).toThrow(
    'Missing or not usable: ODOLOG_AUTH_SECRET_FILE',
  );
});

test.each([
  ['ODOLOG_AUTH_SECRET', undefined],
  ['ODOLOG_AUTH_SECRET', 'development-secret-of-enough-characters'],
  ['ODOLOG_AUTH_SECRET', 'x'.repeat(64)],
  ['ODOLOG_API_DATABASE_URL', undefined],
  ['ODOLOG_API_DATABASE_URL', 'postgres://odolog_api:odolog_api@localhost/odolog'],
  ['ODOLOG_AUTH_DATABASE_URL', 'postgres://odolog_auth:changeme1234@localhost/odolog'],
  ['ODOLOG_SMTP_URL', 'smtp://user:password@mail.example.org:587'],
  ['REDIS_URL', 'redis://:changeme@cache:6379'],
])('no secret is defaulted, and none that can be guessed is taken: %s=%s', (name, value) => {
  expect(() => readConfig({ ...enough, [name]: value })).toThrow(`Missing or not usable: ${name}`);
  if (value === undefined) return;
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'odolog-config-')), 'secret');
  writeFileSync(file, `${value}\n`);
  const { [name]: _plain, ...rest } = enough as Record<string, string>;
  expect(() => readConfig({ ...rest, [`${name}_FILE`]: file })).toThrow(`Missing or not usable: ${name}`);
});
