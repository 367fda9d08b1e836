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
    body: { code: 'rate-limited', retryAfterSeconds: 60 },
  });
  expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await kim.call({ url: '/v1/me' })).status).toBe(200);
});

test('tokens that do not hold use up nobody else’s requests, and are stopped themselves', async () => {
  const strange = (token: string) =>
    ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
  const lee = await aPerson(on.app);
  expect((await strange(`${lee.token}x`)).status).toBe(401);
  expect((await strange(`odo_${'a'.repeat(43)}`)).status).toBe(429);
  const answers = [];
  for (let at = 0; at < 20; at += 1) answers.push(await lee.call({ url: '/v1/me' }));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
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

test('health is always answered', async () => {
  for (let at = 0; at < 50; at += 1) expect((await ask(on.app, { url: '/health' })).status).toBe(200);
});
