import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentialLimits, slowDownMs } from '../src/limits/credential-limits.js';
import { confirmAddress } from './confirm-address.js';
import { hasRedis, isRedisOurs, startRedis, type RedisServer } from './redis-server.js';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

const password = 'correct horse battery';
const slow = 60_000;

interface Try {
  readonly email: string;
  readonly word?: string;
  readonly from?: string;
  readonly cookie?: string;
}

/** As if a thousand places had guessed in this hour: each guess would take its time. */
async function attack(email: string): Promise<void> {
  const { limiter } = on.resources;
  for (let at = 0; at < 1_000; at += 1) await limiter.count(credentialLimits.accountFromElsewhere, email);
}

let tries = 0;
const somewhere = () => `198.51.${100 + Math.floor((tries += 1) / 250)}.${tries % 250}`;

function signIn(on: TestApp, { email, word = 'wrong horse battery', from = '203.0.113.1', cookie }: Try) {
  const headers = { 'x-forwarded-for': from, ...(cookie && { cookie }) };
  return ask(on.app, { url: '/auth/sign-in/email', body: { email, password: word }, headers });
}

const cookiesOf = ({ headers }: Reply): string =>
  [headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';', 1)[0])
    .join('; ');
const deviceCookie = (reply: Reply): string =>
  cookiesOf(reply)
    .split('; ')
    .find((cookie) => cookie.startsWith('odolog.device.')) ?? '';

async function times(count: number, act: () => Promise<Reply>): Promise<number[]> {
  const statuses = [];
  for (let at = 0; at < count; at += 1) statuses.push((await act()).status);
  return statuses;
}

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp({ trustedProxies: 1 });
});
afterAll(() => on.close());

describe('guessing a password', () => {
  test('of one account from one address is stopped, with the time to wait', { timeout: slow }, async () => {
    const email = `${randomUUID()}@example.org`;
    expect(await times(10, () => signIn(on, { email }))).toEqual(Array.from({ length: 10 }, () => 401));
    const stopped = await signIn(on, { email: email.toUpperCase() });
    expect(stopped).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(500);
    expect(stopped.body.retryAfterSeconds).toBe(Number(stopped.headers['retry-after']));
  });

  test('all at once is stopped as well', { timeout: slow }, async () => {
    const email = `${randomUUID()}@example.org`;
    const at = { email, from: somewhere() };
    const replies = await Promise.all(Array.from({ length: 30 }, () => signIn(on, at)));
    expect(replies.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(10);
  });

  test(
    'does not lock out who it is guessed for: not elsewhere, and not in a known browser',
    { timeout: slow },
    async () => {
      robin = await aPerson(on.app, 'Robin');
      const { email } = robin;
      const home = '203.0.113.9';
      const device = deviceCookie(await signIn(on, { email, word: password, from: home }));
      expect(device).toMatch(/^odolog\.device\.\w+=/);
      await times(10, () => signIn(on, { email, from: home }));
      expect((await signIn(on, { email, word: password, from: home })).status).toBe(429);
      expect((await signIn(on, { email, word: password, from: somewhere() })).status).toBe(200);
      expect((await signIn(on, { email, word: password, from: home, cookie: device })).status).toBe(200);
    },
  );

  test('from everywhere at once refuses the right person nowhere', { timeout: slow }, async () => {
    const { email } = await aPerson(on.app, 'Kim');
    const device = deviceCookie(await signIn(on, { email, word: password, from: somewhere() }));
    await attack(email);
    const newBrowser = somewhere();
    expect((await signIn(on, { email, word: password, from: somewhere(), cookie: device })).status).toBe(200);
    expect((await signIn(on, { email, from: newBrowser })).status).toBe(401);
    expect((await signIn(on, { email, word: password, from: newBrowser })).status).toBe(200);
  });

  test('from everywhere at once gets three tries from each network', { timeout: slow }, async () => {
    const { email } = await aPerson(on.app, 'Uma');
    await attack(email);
    const from = somewhere();
    const sites = ['2001:db8:7:1::1', '2001:db8:7:2::1', '2001:db8:7:3::1', '2001:db8:7:4::1'];
    const tries = [from, from, from, from, ...sites].map((at) => signIn(on, { email, from: at }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect([statuses.slice(0, 4).toSorted(), statuses.slice(4).toSorted()]).toEqual([
      [401, 401, 401, 429],
      [401, 401, 401, 429],
    ]);
  });

  test(
    'with a mark that was made up, or was made for someone else, opens no more tries',
    { timeout: slow },
    async () => {
      const lee = await aPerson(on.app, 'Lee');
      const { email } = lee;
      const from = somewhere();
      const mark = deviceCookie(await signIn(on, { email, word: password, from: somewhere() }));
      const [name = ''] = mark.split('=');
      const other = deviceCookie(await signIn(on, { email: robin.email, word: password, from: somewhere() }));
      const forged = [`${name}=${other.split('=')[1]}`, `${name}=a.b`, `${mark}x`];
      await times(10, () => signIn(on, { email, from }));
      for (const cookie of forged)
        expect((await signIn(on, { email, word: password, from, cookie })).status).toBe(429);
    },
  );

  test('in a known browser is stopped, too', { timeout: slow }, async () => {
    const max = await aPerson(on.app, 'Max');
    const { email } = max;
    const cookie = deviceCookie(await signIn(on, { email, word: password, from: somewhere() }));
    expect(await times(10, () => signIn(on, { email, cookie, from: somewhere() }))).not.toContain(429);
    expect((await signIn(on, { email, cookie, word: password, from: somewhere() })).status).toBe(429);
  });

  test(
    'with many marks, made while the password was known, is stopped as it is elsewhere',
    { timeout: slow },
    async () => {
      const { email } = await aPerson(on.app, 'Ned');
      const marked = () => signIn(on, { email, word: password, from: somewhere() });
      const marks = [deviceCookie(await marked()), deviceCookie(await marked())];
      const { limiter } = on.resources;
      for (let at = 0; at < 50; at += 1) await limiter.count(credentialLimits.accountOnDevices, email);
      const from = somewhere();
      const tries = marks.map((cookie) => times(6, () => signIn(on, { email, cookie, from })));
      expect((await Promise.all(tries)).flat().filter((status) => status === 429)).toHaveLength(2);
      const right = { email, word: password, cookie: marks[0]!, from: somewhere() };
      expect((await signIn(on, right)).status).toBe(200);
    },
  );

  test('of many accounts from one address is stopped', { timeout: slow }, async () => {
    const from = somewhere();
    for (let at = 0; at < 97; at += 1) await on.resources.limiter.take(credentialLimits.address, from);
    const statuses = await times(4, () => signIn(on, { email: `${randomUUID()}@example.org`, from }));
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test('grows slower with every guess from elsewhere, and never takes longer than three seconds', () => {
    expect([1, 10, 11, 12, 13, 50, 100].map(slowDownMs)).toEqual([0, 0, 100, 200, 400, 3000, 3000]);
  });
});

describe('guessing the password of somebody whose session was stolen', () => {
  const wrong = 'wrong horse battery';
  test.each<[string, object]>([
    ['change-password', { currentPassword: wrong, newPassword: 'x'.repeat(12), revokeOtherSessions: true }],
    ['change-email', { newEmail: 'other@example.org', password: wrong }],
    ['delete-user', { password: wrong }],
    ['two-factor/enable', { password: wrong }],
    ['two-factor/disable', { password: wrong }],
    ['two-factor/generate-backup-codes', { password: wrong }],
  ])('is stopped at %s, and nowhere but in that session', { timeout: slow }, async (path, body) => {
    const tia = await aPerson(on.app, 'Tia');
    await confirmAddress(on, tia);
    const say = (cookie: string, said: object, at = path) =>
      ask(on.app, { url: `/auth/${at}`, body: said, headers: { cookie, 'x-forwarded-for': somewhere() } });
    const statuses = await times(10, () => say(tia.cookie, body));
    expect(statuses).not.toContain(429);
    const right = { currentPassword: password, newPassword: 'another horse', revokeOtherSessions: false };
    const stopped = await say(tia.cookie, right, 'change-password');
    expect(stopped).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    const elsewhere = await signIn(on, { email: tia.email, word: password, from: somewhere() });
    expect(elsewhere.status).toBe(200);
    expect((await say(cookiesOf(elsewhere), right, 'change-password')).status).toBe(200);
  });
});

test('signing in is not counted, however often one does', { timeout: slow }, async () => {
  const ida = await aPerson(on.app, 'Ida');
  const again = () => signIn(on, { email: ida.email, word: password, from: '203.0.113.77' });
  expect(new Set(await times(15, again))).toEqual(new Set([200]));
});

test(
  'an address is believed from as many proxies as are trusted, and from no client',
  { timeout: slow },
  async () => {
    const direct = await testApp({ trustedProxies: 0 });
    try {
      const email = `${randomUUID()}@example.org`;
      expect(await times(11, () => signIn(direct, { email, from: somewhere() }))).toContain(429);
    } finally {
      await direct.close();
    }
    const email = `${randomUUID()}@example.org`;
    const spoofed = () => signIn(on, { email, from: `${somewhere()}, 203.0.113.200` });
    expect(await times(11, spoofed)).toContain(429);
  },
);

test('an address cannot make accounts without end', { timeout: slow }, async () => {
  const from = '203.0.113.60';
  for (let at = 0; at < 120; at += 1) await on.resources.limiter.take(credentialLimits.signUp, from);
  const signUp = (address: string) =>
    ask(on.app, {
      url: '/auth/sign-up/email',
      body: { name: 'Bot', email: `${randomUUID()}@example.org`, password },
      headers: { 'x-forwarded-for': address },
    });
  expect((await signUp(from)).status).toBe(429);
  expect((await signUp('203.0.113.61')).status).toBe(200);
});

describe.runIf(hasRedis)('with a Redis', () => {
  let redis: RedisServer;
  let one: TestApp;
  let two: TestApp;
  beforeAll(async () => {
    redis = await startRedis();
    one = await testApp({ redisUrl: redis.url, trustedProxies: 1 });
    const { apiDatabaseUrl, authDatabaseUrl } = one.resources.config;
    two = await testApp({ redisUrl: redis.url, trustedProxies: 1, apiDatabaseUrl, authDatabaseUrl });
  });
  afterAll(async () => {
    await two.close();
    await one.close();
    await redis.stop();
  });

  test('guesses at two processes are counted together', { timeout: slow }, async () => {
    const email = `${randomUUID()}@example.org`;
    expect(await times(5, () => signIn(one, { email }))).not.toContain(429);
    expect(await times(5, () => signIn(two, { email }))).not.toContain(429);
    expect((await signIn(one, { email })).status).toBe(429);
    expect((await signIn(two, { email })).status).toBe(429);
  });

  test.runIf(isRedisOurs)(
    'that is away, each process goes on to count for itself',
    { timeout: slow },
    async () => {
      const kim = await aPerson(one.app, 'Kim');
      await redis.stop();
      const email = `${randomUUID()}@example.org`;
      expect(await times(11, () => signIn(one, { email }))).toEqual([
        ...Array.from({ length: 10 }, () => 401),
        429,
      ]);
      expect((await signIn(one, { email: kim.email, word: password })).status).toBe(200);
    },
  );
});
