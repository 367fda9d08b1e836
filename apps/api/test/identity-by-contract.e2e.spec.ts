import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type TestApp } from './test-app.js';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

const password = 'correct horse battery';

describe('what the identity provider could answer besides', () => {
  test.each([
    ['GET', 'get-session'],
    ['GET', 'ok'],
    ['GET', 'passkey/list-user-passkeys'],
    ['GET', 'reset-password/guessed?callbackURL=/'],
    ['POST', 'passkey/update-passkey'],
    ['POST', 'two-factor/get-totp-uri'],
    ['POST', 'update-session'],
    ['POST', 'sign-out/'],
    ['POST', 'sign%2Dout'],
    ['GET', 'callback/%2e%2e'],
  ] as const)('is not there: %s %s', async (method, path) => {
    const { cookie } = await aPerson(on.app);
    const body = method === 'POST' ? { body: {} } : {};
    const reply = await ask(on.app, { method, url: `/auth/${path}`, headers: { cookie }, ...body });
    expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('a field that no contract names is refused', () => {
  test('at sign-up, and nobody comes into being', async () => {
    const email = `${crypto.randomUUID()}@example.org`;
    const body = { name: 'Kim', email, password, image: 'https://example.org/kim.png', foo: 1 };
    expect(await ask(on.app, { url: '/auth/sign-up/email', body })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer: '/image' }, { pointer: '/foo' }] },
    });
    expect((await ask(on.app, { url: '/auth/sign-in/email', body: { email, password } })).status).toBe(401);
  });

  test('of a code: no device is trusted without one from then on', async () => {
    const body = { code: '123456', trustDevice: true };
    expect(await ask(on.app, { url: '/auth/two-factor/verify-totp', body })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/trustDevice' }] },
    });
  });

  test('of a link to a changed address, which stays good: the old mailbox is told by the way that is declared', async () => {
    const kim = await aPerson(on.app, 'Kim');
    const newEmail = `new-${kim.email}`;
    const headers = { cookie: kim.cookie };
    await ask(on.app, { url: '/auth/change-email', body: { newEmail, password }, headers });
    await expect.poll(async () => (await messagesTo(on, newEmail)).length).toBe(1);
    const [{ text } = { text: '' }] = await messagesTo(on, newEmail);
    const url = `/auth/verify-email?token=${/verify-email\?token=(\S+)/.exec(text)?.[1]}`;
    const told = async () =>
      (await messagesTo(on, kim.email)).filter(({ text: said }) => said.includes('address')).length;
    const before = await told();
    expect(await ask(on.app, { url: `${url}&callbackURL=/`, headers })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/query/callbackURL' }] },
    });
    expect((await ask(on.app, { url, headers })).status).toBe(200);
    await expect.poll(told).toBe(before + 1);
    const { items } = (await kim.call({ url: '/v1/audit?action=person.email-changed' })).body;
    expect(items).toHaveLength(1);
  });
});
