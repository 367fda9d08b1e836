import { expect, it } from 'vitest';
import { readConfig } from './config.js';

const password = 'hV3nQ8rT1xZ6bK0mW5yC9dF2gJ7pL4sA';
const DATABASE_URL = 'postgresql://postgres@localhost/odolog';

it('sets the passwords that it is given, and no other', () => {
  expect(readConfig({ DATABASE_URL, ODOLOG_API_PASSWORD: password })).toEqual({
    adminUrl: DATABASE_URL,
    passwords: { odolog_api: password },
  });
});

it('refuses passwords that can be guessed, and shows none', () => {
  const weak = { DATABASE_URL, ODOLOG_API_PASSWORD: 'odolog_api', ODOLOG_JOBS_PASSWORD: 'change-me' };
  expect(() => readConfig(weak)).toThrow(
    /^Missing or not usable: ODOLOG_API_PASSWORD, ODOLOG_JOBS_PASSWORD$/,
  );
});

it('needs the way to the database', () => {
  expect(() => readConfig({})).toThrow('Missing or not usable: DATABASE_URL');
});
