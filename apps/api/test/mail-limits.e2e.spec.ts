import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentialLimits } from '../src/limits/credential-limits.js';
import { mailLimits, mailSubject } from '../src/limits/mail-limits.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type TestApp } from './test-app.js';

const password = 'correct horse battery';
const slow = 60_000;

let places = 0;
const somewhere = () => `198.51.100.${(places += 1)}`;

let on: TestApp;
beforeAll(async () => {
  on = await testApp({ trustedProxies: 1 });
});
afterAll(() => on.close());

describe('asking for a new password in the name of others', () => {
  const url = '/auth/request-password-reset';
  const askFor = (email: string, from: string) =>
    ask(on.app, { url, body: { email }, headers: { 'x-forwarded-for': from } });
  const linksTo = async (email: string) =>
    (await messagesTo(on, email)).flatMap(({ text }) => /reset-password\?token=(\S+)/.exec(text)?.[1] ?? []);

  test(
    'floods nobody, is answered as always, and leaves every link as it is',
    { timeout: slow },
    async () => {
      const { email } = await aPerson(on.app, 'Flo');
      const mallory = somewhere();
      const asked = await Promise.all(Array.from({ length: 7 }, () => askFor(email, mallory)));
      expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
      await expect.poll(() => linksTo(email)).toHaveLength(5);

      const everywhere = Array.from({ length: 25 }, () => askFor(email, somewhere()));
      const unknown = await askFor(`${randomUUID()}@example.org`, somewhere());
      for (const { status, body } of await Promise.all(everywhere))
        expect({ status, body }).toEqual({ status: 200, body: unknown.body });
      // Messages are sent beside the answers.
      await expect.poll(() => linksTo(email)).toHaveLength(20);
      const links = await linksTo(email);

      expect((await askFor(email, somewhere())).status).toBe(200);
      expect(await linksTo(email)).toHaveLength(20);
      const reset = { token: links.at(-1), newPassword: 'another horse battery' };
      expect((await ask(on.app, { url: '/auth/reset-password', body: reset })).status).toBe(200);
      expect(
        (await ask(on.app, { url: '/auth/sign-in/email', body: { email, password: reset.newPassword } }))
          .status,
      ).toBe(200);
    },
  );

  test.each([url, '/auth/send-verification-email'])(
    'more often than anybody needs is refused where it comes from, whether or not they are somebody: %s',
    { timeout: slow },
    async (at) => {
      const { email } = await aPerson(on.app, 'Ned');
      for (const asked of [email, `${randomUUID()}@example.org`]) {
        const headers = { 'x-forwarded-for': somewhere() };
        const again = () => ask(on.app, { url: at, body: { email: asked }, headers });
        const replies = await Promise.all(Array.from({ length: 11 }, again));
        expect(replies.filter(({ status }) => status === 429)).toHaveLength(1);
        expect(Number((await again()).headers['retry-after'])).toBeGreaterThan(0);
      }
    },
  );

  test('in the name of many is refused, too', { timeout: slow }, async () => {
    const from = somewhere();
    for (let at = 0; at < 99; at += 1) await on.resources.limiter.take(credentialLimits.address, from);
    expect((await askFor(`${randomUUID()}@example.org`, from)).status).toBe(200);
    expect((await askFor(`${randomUUID()}@example.org`, from)).status).toBe(429);
  });

  test('is not silenced by sign-ups in their name', { timeout: slow }, async () => {
    const { email } = await aPerson(on.app, 'Vic');
    const signUps = [{ email }, { name: 'Bot', email, password: 'short' }, { name: 'Bot', email, password }];
    for (let at = 0; at < 25; at += 1) {
      const headers = { 'x-forwarded-for': somewhere() };
      await ask(on.app, { url: '/auth/sign-up/email', body: signUps[at % 3], headers });
    }
    expect((await askFor(email, somewhere())).status).toBe(200);
    await expect.poll(() => linksTo(email)).toHaveLength(1);
  });

  test('is no way around it to sign up with their address', { timeout: slow }, async () => {
    const email = `${randomUUID()}@example.org`;
    const body = { name: 'Bot', email, password };
    const signUp = () =>
      ask(on.app, { url: '/auth/sign-up/email', body, headers: { 'x-forwarded-for': from } });
    const from = somewhere();
    const { limiter } = on.resources;
    for (let at = 0; at < 20; at += 1)
      await limiter.count(mailLimits.toAddress, mailSubject('verify', email));
    expect((await signUp()).status).toBe(200);
    expect(await messagesTo(on, email)).toEqual([]);
  });
});
