import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { authSecret, rolePasswords, roleUrl } from './secrets.js';

test('two instances on one server with a database each derive the same passwords', () => {
  const one = rolePasswords('postgresql://admin:s3cret%20word@db.example/one');
  expect(rolePasswords('postgresql://admin:s3cret%20word@db.example/two')).toEqual(one);
  expect(rolePasswords('postgresql://admin:another@db.example/one')).not.toEqual(one);
  expect(new Set(Object.values(one)).size).toBe(Object.keys(one).length);
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
