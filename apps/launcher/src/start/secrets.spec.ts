import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { authSecret, rolePasswords, roleUrl } from './secrets.js';

const secret = 'hV3nQ8rT1xZ6bK0mW5yC9dF2gJ7pL4sA';
const another = 'aX7kD2vN9cQ4wB6tR1zM8yH5jG3fP0sL';

test('an installation derives the same passwords at every start, whatever its database is called', () => {
  const one = rolePasswords({ adminUrl: 'postgresql://admin:s3cret%20word@db/one', authSecret: secret });
  const two = rolePasswords({ adminUrl: 'postgresql://admin:s3cret%20word@db/two', authSecret: secret });
  expect(two).toEqual(one);
  expect(new Set(Object.values(one)).size).toBe(Object.keys(one).length);
});

test.each(['postgres://postgres@db/odolog', 'postgres://postgres:postgres@localhost/odolog'])(
  'nobody derives them from what stands in examples: %s',
  (adminUrl) => {
    const passwords = [secret, another].flatMap((authSecret) =>
      Object.values(rolePasswords({ adminUrl, authSecret })),
    );
    expect(new Set(passwords).size).toBe(passwords.length);
  },
);

test('another password of the administrator leads to others', () => {
  const before = rolePasswords({ adminUrl: 'postgresql://admin:s3cret@db/one', authSecret: secret });
  const after = rolePasswords({ adminUrl: 'postgresql://admin:another@db/one', authSecret: secret });
  expect(after.odolog_api).not.toBe(before.odolog_api);
});

test('a role goes the way of the administrator, under its own name', () => {
  const url = roleUrl('postgresql://admin:s3cret@db.example:6432/odolog?sslmode=require', 'odolog_api', 'pw');
  expect(url).toBe('postgresql://odolog_api:pw@db.example:6432/odolog?sslmode=require');
});

test('the secret of sessions is made once and only its owner can read it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'odolog-secret-'));
  const secret = await authSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(await authSecret(folder)).toBe(secret);
  expect((await stat(path.join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
