import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { asDatabaseUrl, asForeignSecret, asSecret, asServerUrl } from './secret.js';

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

describe('the address of a mail server or of Redis', () => {
  const asUrl = asServerUrl(['smtp:', 'redis:']);
  it.each([
    'smtp://localhost',
    'redis://cache:6379',
    'redis://:b0ZQx7LmW2bVtk3F9@cache',
    'smtp://odolog@example.org:x8%25kW2bV@mail.example.org:587',
  ])('is taken: %s', (url) => {
    expect(asUrl(url)).toBe(url);
  });

  it.each([
    ['of something else', 'http://mail'],
    ['no address', 'mail.example.org'],
    ['with the password of an example', 'smtp://user:password@mail.example.org:587'],
    ['with the name of a secret', 'redis://:redis-secret@cache'],
    ['with one to be changed', 'redis://default:changeme@cache'],
    ['with a short password', 'smtp://a:k3F9x@mail'],
  ])('is refused %s', (_what, url) => {
    expect(asUrl(url)).toBeUndefined();
  });
});

describe('a secret that others gave out', () => {
  it.each([
    ['k3F9x0Zq', 'k3F9x0Zq'],
    ['client-secret', undefined],
    ['aaaaaaaaaaaa', undefined],
    ['k3F9x', undefined],
  ])('%s', (text, secret) => {
    expect(asForeignSecret(text)).toBe(secret);
  });
});
