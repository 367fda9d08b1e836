import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { setTimeout as pause } from 'node:timers/promises';
import { rounds } from '@odolog/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { accessToken } from './outside/browser.js';
import { apiAudience, startIssuer, type Issuer } from './outside/issuer.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let issuer: Issuer;
let on: TestApp;
let robin: Person;
beforeAll(async () => {
  issuer = await startIssuer({ ada: { name: 'Ada' }, grace: { name: 'Grace' }, edsger: { name: 'Edsger' } });
  const elsewhere = { id: 'elsewhere', name: 'Elsewhere', issuer: issuer.url, audience: apiAudience };
  on = await testApp({
    outsideProviders: [{ ...elsewhere, scopes: [], trustsEmail: false, memberships: [] }],
  });
  robin = await aPerson(on.app);
});
afterAll(async () => {
  await on.close();
  await issuer.close();
});
beforeEach(() => issuer.requests.clear());
afterEach(() => vi.useRealTimers());

const statusOf = async (token: string) =>
  (await ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${token}` } })).status;
const kidOf = (token: string) => String(decodeProtectedHeader(token).kid);
const jwksRequests = () => issuer.requests.get('/jwks') ?? 0;

/** Beyond it the keys of an issuer are fetched anew although no token names another. */
const keptForMs = 11 * 60_000;

/** Waits until so many more calls have been answered: traffic runs, however slow the machine is. */
type Answered = (more: number) => Promise<void>;

/** How the calls were refused that ran, with fresh tokens of each kind again and again, while something went on. */
async function refusedDuring(
  freshTokens: readonly (() => Promise<string>)[],
  work: (answered: Answered) => Promise<void>,
): Promise<number[]> {
  const statuses: number[] = [];
  let goesOn = true;
  const callers = freshTokens.map(async (freshToken) => {
    while (goesOn) {
      const token = await freshToken();
      for (let at = 0; at < 5; at += 1) statuses.push(await statusOf(token));
    }
  });
  try {
    await work(async (more) => {
      const enough = statuses.length + more;
      while (statuses.length < enough) await pause(10);
    });
  } finally {
    goesOn = false;
    await Promise.all(callers);
  }
  return statuses.filter((status) => status !== 200);
}

const people = ['ada', 'grace', 'edsger'].map((login) => () => accessToken(issuer, login));

describe('an issuer elsewhere', () => {
  test('may rotate its keys under traffic, again and again, and no valid request is refused', async () => {
    const rotations = rounds(1, 3);
    const kids = new Set<string>();
    const watched = people.map((freshToken) => async () => {
      const token = await freshToken();
      kids.add(JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid);
      return token;
    });
    const refused = await refusedDuring(watched, async (answered) => {
      for (let at = 0; at < rotations; at += 1) {
        await answered(40);
        await issuer.rotate();
      }
      await answered(40);
    });
    expect(refused).toEqual([]);
    expect(kids.size).toBeGreaterThanOrEqual(rotations);
    expect(jwksRequests()).toBeLessThanOrEqual(kids.size + 1);
  });

  test('may be away for a while: who has a token goes on', async () => {
    const token = await accessToken(issuer, 'ada');
    expect(await statusOf(token)).toBe(200);
    issuer.isAway = true;
    const refused = await refusedDuring([async () => token], (answered) => answered(20));
    issuer.isAway = false;
    expect(refused).toEqual([]);
  });

  test('is not hammered by a flood of tokens with made-up keys, in which valid ones still come through', async () => {
    const valid = await accessToken(issuer, 'ada');
    const { privateKey } = await generateKeyPair('ES256');
    const claims = decodeJwt(valid);
    const madeUp = (kid: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
    const began = Date.now();
    const flood = Array.from({ length: 300 }, async (_, at) => statusOf(await madeUp(`made up ${at}`)));
    expect(await statusOf(valid)).toBe(200);
    await issuer.rotate();
    expect(await statusOf(await accessToken(issuer, 'grace'))).toBe(200);
    expect(new Set(await Promise.all(flood))).toEqual(new Set([401]));
    expect(jwksRequests()).toBeLessThanOrEqual(2 + (Date.now() - began) / 1000);
  });

  test('is believed at once when it rotates to a key that made-up tokens have named before', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const claims = decodeJwt(await accessToken(issuer, 'ada'));
    const next = crypto.randomUUID();
    const madeUp = (jti: string) =>
      new SignJWT({ ...claims, jti }).setProtectedHeader({ alg: 'ES256', kid: next }).sign(privateKey);
    for (const jti of ['one', 'two', 'three']) expect(await statusOf(await madeUp(jti))).toBe(401);
    await issuer.rotate({ kid: next });
    const refused = await refusedDuring(people, (answered) => answered(20));
    expect(refused).toEqual([]);
    expect(await statusOf(await madeUp('four'))).toBe(401);
  });

  test('withdraws a key: the token that it signed is refused from the next fetch on', async () => {
    const old = await accessToken(issuer, 'ada');
    expect(await statusOf(old)).toBe(200);
    await issuer.rotate({ keepsOld: false });
    expect(await statusOf(await accessToken(issuer, 'ada'))).toBe(200);
    expect(await statusOf(old)).toBe(401);
  });

  // The last one: its clock runs ahead, and what was kept then counts as newer than what comes after.
  test('withdraws a key: its token is refused once the keys are fetched anew, and no other while traffic runs', async () => {
    const old = await accessToken(issuer, 'ada');
    await issuer.rotate();
    const current = await Promise.all(people.map((freshToken) => freshToken()));
    expect(await Promise.all([old, ...current].map(statusOf))).toEqual([200, 200, 200, 200]);
    issuer.withdrawOld();
    const valid = current.map((token) => async () => token);
    const refused = await refusedDuring(valid, async (answered) => {
      await answered(20);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + keptForMs });
      await expect.poll(() => statusOf(old), { timeout: 20_000 }).toBe(401);
      await answered(20);
      expect(await statusOf(old)).toBe(401);
    });
    expect(refused).toEqual([]);
  });
});

describe('the built-in issuer', () => {
  const freshToken = async () =>
    (await ask(on.app, { url: '/auth/token', headers: { cookie: robin.cookie } })).body.token as string;
  const expireKeys = (ago: string) =>
    on.database
      .admin()
      .pool.query(`UPDATE auth."jwks" SET "expiresAt" = now() - $1::interval WHERE "expiresAt" > now()`, [
        ago,
      ]);

  test('signs with a new key when the old one’s time is up, and tokens of both hold', async () => {
    const before = await freshToken();
    const refused = await refusedDuring([freshToken, freshToken], async (answered) => {
      await answered(20);
      await expireKeys('1 second');
      await answered(40);
    });
    expect(refused).toEqual([]);
    expect(kidOf(await freshToken())).not.toBe(kidOf(before));
    expect(await statusOf(before)).toBe(200);
  });

  test('publishes no key for ever', async () => {
    const old = kidOf(await freshToken());
    await expireKeys('2 hours');
    const current = kidOf(await freshToken());
    const { keys } = (await ask(on.app, { url: '/auth/jwks' })).body;
    const published = keys.map(({ kid }: { kid: string }) => kid);
    expect({ old: published.includes(old), current: published.includes(current) }).toEqual({
      old: false,
      current: true,
    });
  });
});
