import { CannotStart } from '@odolog/embedded-postgres';
import { expect, test } from 'vitest';
import { refuseExamplePassword } from './example-password.js';

test.each([
  'postgres://postgres:postgres@db/odolog',
  'postgres://postgres:postgres@10.0.0.7:5432/odolog',
  'postgresql://admin:admin@localhost.example.org/odolog',
  'postgresql://admin:change-me-please@127.0.0.1.example.org/odolog',
])('an administrator of another machine has no password of the examples: %s', (url) => {
  const refused = () => refuseExamplePassword(url);
  expect(refused).toThrow(CannotStart);
  expect(refused).not.toThrow(new RegExp(new URL(url).password));
});

test.each([
  'postgres://postgres:postgres@localhost:5432/odolog',
  'postgres://postgres:postgres@127.0.0.1/odolog',
  'postgres://postgres:postgres@[::1]/odolog',
  'postgres://postgres:postgres@%2Fvar%2Frun%2Fpostgresql/odolog',
  'postgres://postgres@db/odolog',
  'postgres://postgres:hV3nQ8rT1xZ6bK0mW5yC@db/odolog',
])('on the machine itself it may, and a good one may anywhere: %s', (url) => {
  expect(() => refuseExamplePassword(url)).not.toThrow();
});
