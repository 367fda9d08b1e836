import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages } from '../src/limits/request-limits.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp({ rateLimit: 20 });
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

test('who asks too often is told when to come back, and nobody else is', async () => {
  const kim = await aPerson(on.app);
  const answers = [];
  for (let at = 0; at < 25; at += 1) answers.push(await robin.call({ url: '/v1/me' }));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(answers.at(-1)).toMatchObject({
    status: 429,
    body: { code: 'rate-limited', retryAfterSeconds: expect.any(Number) },
  });
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await kim.call({ url: '/v1/me' })).status).toBe(200);
});

test('tokens that do not hold use up nobody else’s requests, and are stopped themselves', async () => {
  const strange = (token: string) =>
    ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
  const lee = await aPerson(on.app);
  expect((await strange(`${lee.token}x`)).status).toBe(401);
  expect((await strange(`${lee.token}y`)).status).toBe(401);
  expect((await strange(`odo_${'a'.repeat(43)}`)).status).toBe(429);
  const answers = [];
  for (let at = 0; at < 20; at += 1) answers.push(await lee.call({ url: '/v1/me' }));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
});

test('questions to the identity provider are counted by session', async () => {
  const mia = await aPerson(on.app);
  const token = (cookie: string) => ask(on.app, { url: '/auth/token', headers: { cookie } });
  const statuses = [];
  for (let at = 0; at < 21; at += 1) statuses.push((await token(mia.cookie)).status);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(10);
  expect(statuses.at(-1)).toBe(429);
  expect((await token((await aPerson(on.app)).cookie)).status).toBe(200);
});

test('questions without a session, and sessions that are made up, are stopped by their address', async () => {
  const elsewhere = await testApp({ rateLimit: 20 });
  const invented = (name: string) =>
    ask(elsewhere.app, { url: '/auth/token', headers: { cookie: `odolog.session_token=${name}` } });
  expect((await invented('one')).status).toBe(401);
  expect((await invented('two')).status).toBe(401);
  expect((await invented('three')).status).toBe(429);
  const keys = async () => (await ask(elsewhere.app, { url: '/auth/jwks' })).status;
  const asked = new Set<number>();
  for (let at = 0; at < 201; at += 1) asked.add(await keys());
  expect(asked).toEqual(new Set([200, 429]));
  await elsewhere.close();
});

test('another made-up session with each question opens no more of them', async () => {
  for (const url of ['/auth/jwks', '/auth/passkey/generate-authenticate-options']) {
    const elsewhere = await testApp({ rateLimit: 2 });
    const statuses: number[] = [];
    for (let at = 0; at < 21; at += 1) {
      const cookie = `odolog.session_token=made-up-${at}.${Buffer.alloc(32, at).toString('base64')}`;
      statuses.push((await ask(elsewhere.app, { url, headers: { cookie } })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
    await elsewhere.close();
  }
});

test('each key counts for itself', async () => {
  const max = await aPerson(on.app);
  const { secret } = (await max.call({ url: '/v1/api-keys', body: { name: 'Busy', scopes: ['read'] } })).body;
  const busy = () => ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${secret}` } });
  for (let at = 0; at < 20; at += 1) expect((await busy()).status).toBe(200);
  expect((await busy()).status).toBe(429);
  expect((await max.call({ url: '/v1/me' })).status).toBe(200);
});

test('nobody sends messages to strangers without end', async () => {
  const ida = await aPerson(on.app);
  const tenantId = (await ida.call({ url: '/v1/me' })).body.tenant.id as string;
  for (let at = 0; at < 59; at += 1) await on.resources.limiter.take(messages, ida.userId);
  const invite = (email: string) =>
    ida.call({ url: `/v1/tenants/${tenantId}/invitations`, body: { email, role: 'driver' } });
  expect((await invite('one@example.org')).status).toBe(201);
  expect(await invite('two@example.org')).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
});

/** Eleven people ask as often as each of them may: what the answers are, by status. */
async function anOfficeAsks(headers: Record<string, string>): Promise<Record<number, number>> {
  const office = await testApp({ rateLimit: 4, trustedProxies: 1 });
  const people = await Promise.all(Array.from({ length: 11 }, () => aPerson(office.app)));
  const times = Array.from({ length: 4 }, () => ({ url: '/v1/tenants', headers }));
  const answers = await Promise.all(people.flatMap((person) => times.map((asked) => person.call(asked))));
  await office.close();
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test('an address may ask as much as ten people', async () => {
  expect(await anOfficeAsks({ 'x-forwarded-for': '198.51.100.7' })).toEqual({ 200: 40, 429: 4 });
});

test('the process of the pages asks for everybody: there nobody waits for another', async () => {
  expect(await anOfficeAsks({})).toEqual({ 200: 44 });
});

test('health is always answered', async () => {
  for (let at = 0; at < 50; at += 1) expect((await ask(on.app, { url: '/health' })).status).toBe(200);
});
