import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPerson, ask, testApp, type TestApp } from './test-app.js';

/** Hashing a password is slow on purpose. */
const slow = { timeout: 90_000 };

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

test('a person who signs up has a profile and owns a personal tenant', async () => {
  const robin = await aPerson(on.app, 'Robin');
  const { status, body } = await robin.call({ url: '/v1/me' });
  expect(status).toBe(200);
  expect(body.allowed).toContain('vehicle.manage');
  expect(body).toMatchObject({
    id: robin.userId,
    name: 'Robin',
    email: robin.email,
    tenant: { id: expect.any(String), name: 'Robin', kind: 'personal', role: 'owner' },
    tenants: [body.tenant],
    preferences: {
      locale: 'en',
      distanceUnit: 'km',
      volumeUnit: 'L',
      currency: 'EUR',
      timeZone: 'UTC',
      theme: 'system',
    },
  });
});

test('when the tenant cannot be made, there is no person either', async () => {
  const admin = on.database.admin().kysely;
  const email = 'nobody@example.org';
  await sql`ALTER TABLE app.tenants ADD CONSTRAINT refuse CHECK (name <> 'Nobody')`.execute(admin);
  const { status, body } = await ask(on.app, {
    url: '/auth/sign-up/email',
    body: { name: 'Nobody', email, password: 'correct horse battery' },
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body.code).toEqual(expect.any(String));
  for (const table of [sql`auth."user"`, sql`app.profiles`]) {
    const { rows } = await sql`SELECT FROM ${table} WHERE email = ${email}`.execute(admin);
    expect(rows).toHaveLength(0);
  }
});

test('signing in again gives the same person, a wrong password nobody', async () => {
  const robin = await aPerson(on.app);
  const signIn = (password: string) =>
    ask(on.app, { url: '/auth/sign-in/email', body: { email: robin.email, password } });
  expect((await signIn('correct horse battery')).body.user.id).toBe(robin.userId);
  const wrong = await signIn('wrong horse battery');
  expect(wrong).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated', reason: 'INVALID_EMAIL_OR_PASSWORD' },
  });
  expect(wrong.headers['content-type']).toContain('application/problem+json');
});

test('twenty people can sign up in a row, and a cookie without an Origin is no obstacle', slow, async () => {
  for (let at = 0; at < 20; at += 1) expect((await aPerson(on.app)).token).toEqual(expect.any(String));
  const robin = await aPerson(on.app);
  const again = await ask(on.app, {
    url: '/auth/sign-in/email',
    body: { email: robin.email, password: 'correct horse battery' },
    headers: { cookie: robin.cookie },
  });
  expect(again.status).toBe(200);
});

test('a page of this host may sign in, by any name of the host; another site may not', async () => {
  const robin = await aPerson(on.app);
  const from = (origin: string, host: string) =>
    ask(on.app, {
      url: '/auth/sign-in/email',
      body: { email: robin.email, password: 'correct horse battery' },
      headers: { origin, host, cookie: robin.cookie },
    });
  expect((await from('http://localhost:3000', 'localhost:3000')).status).toBe(200);
  expect((await from('http://127.0.0.1:3000', '127.0.0.1:3000')).status).toBe(200);
  expect((await from('http://evil.example', 'localhost:3000')).status).toBe(403);
});
