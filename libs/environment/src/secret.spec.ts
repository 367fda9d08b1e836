import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { asDatabaseUrl, asSecret } from './secret.js';

describe('a secret', () => {
  it('is taken when it is random, in any spelling', () => {
    for (let times = 0; times < 1_000; times += 1) {
      for (const spelling of ['base64url', 'hex', 'base64'] as const) {
        const secret = randomBytes(32).toString(spelling);
        expect(asSecret(secret)).toBe(secret);
      }
    }
  });

  it.each([
    ['short', 'k3F9x0Zq7LmW2bVt'],
    ['empty', ''],
    ['one character over and over', 'x'.repeat(64)],
    ['a few over and over', 'abcdefghijk'.repeat(4)],
    ['digits in order', '0123456789'.repeat(4)],
    ['a word for a secret', 'better-auth-secret-123456789012345678901234'],
    ['a development secret', 'development-only-0f3a9b1c7d5e2f4a6b8c'],
    ['marked as one', 'dev-0f3a9b1c7d5e2f4a6b8c0d1e2f3a4b5c6d7e'],
    ['a reminder to change it', 'please-change-me-to-something-long-1234'],
    ['of an example', 'AnExampleOfThirtyTwoCharactersOrMore'],
  ])('is refused when it is %s', (_what, secret) => {
    expect(asSecret(secret)).toBeUndefined();
  });
});

describe('the address of a database', () => {
  it.each([
    'postgres://odolog_api@db/odolog',
    'postgresql://odolog_api:b0ZQx7LmW2bVtk3F9@db/odolog?sslmode=require',
  ])('is taken: %s', (url) => {
    expect(asDatabaseUrl(url)).toBe(url);
  });

  it.each([
    ['of something else', 'mysql://db/odolog'],
    ['no address', 'db'],
    ['with the name as the password', 'postgres://odolog_api:odolog_api@db/odolog'],
    ['with a password that is tried first', 'postgres://odolog_api:password1234@db/odolog'],
    ['with a short password', 'postgres://odolog_api:b0ZQx7@db/odolog'],
    ['with a placeholder', 'postgres://odolog_api:change-me-soon@db/odolog'],
  ])('is refused %s', (_what, url) => {
    expect(asDatabaseUrl(url)).toBeUndefined();
  });
});
