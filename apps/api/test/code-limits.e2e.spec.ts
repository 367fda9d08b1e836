import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeLimits } from '../src/limits/code-limits.js';
import { codeOf } from './authenticator-app.js';
import { confirmAddress } from './confirm-address.js';
import { cookiesOf } from './cookies.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

const password = 'correct horse battery';
const slow = 60_000;

let places = 0;
const somewhere = () => `198.51.100.${(places += 1)}`;

let on: TestApp;
beforeAll(async () => {
  on = await testApp({ trustedProxies: 1 });
});
afterAll(() => on.close());

interface Guarded extends Person {
  readonly uri: string;
  readonly backupCodes: readonly string[];
  /** The browser in which the factor was set up: it is known. */
  readonly browser: string;
}

interface From {
  readonly place: string;
  readonly cookie?: string;
}

const post = (action: string, body: object, { place, cookie = '' }: From) =>
  ask(on.app, { url: `/auth/${action}`, body, headers: { cookie, 'x-forwarded-for': place } });

async function aGuardedPerson(): Promise<Guarded> {
  const person = await aPerson(on.app);
  await confirmAddress(on, person);
  const from = { place: somewhere(), cookie: person.cookie };
  const { body } = await post('two-factor/enable', { password }, from);
  const verified = await post('two-factor/verify-totp', { code: codeOf(body.totpURI) }, from);
  expect(verified.status).toBe(200);
  return { ...person, uri: body.totpURI, backupCodes: body.backupCodes, browser: person.cookie };
}

/** The password is right: what is left is the code. */
async function firstStep({ email }: Person, { place, cookie = '' }: From): Promise<From> {
  const proven = await post('sign-in/email', { email, password }, { place, cookie });
  expect(proven.body).toMatchObject({ twoFactorRedirect: true });
  return { place, cookie: `${cookie}; ${cookiesOf(proven)}` };
}

/** A first step is good for five codes. */
async function guess(person: Person, place: string, count: number): Promise<number[]> {
  const statuses = [];
  let from = await firstStep(person, { place });
  for (let at = 0; at < count; at += 1) {
    if (at > 0 && at % 4 === 0) from = await firstStep(person, { place });
    statuses.push((await post('two-factor/verify-totp', { code: 'wrong' }, from)).status);
  }
  return statuses;
}

const byApp = async (person: Guarded, from: From) =>
  post('two-factor/verify-totp', { code: codeOf(person.uri, 1) }, await firstStep(person, from));
const byBackup = async (person: Guarded, from: From) =>
  post('two-factor/verify-backup-code', { code: person.backupCodes[0] }, await firstStep(person, from));
/** Of the cookies only the mark: the session is over. */
const markOf = ({ browser }: Guarded) =>
  browser.split('; ').find((pair) => pair.startsWith('odolog.device.')) ?? '';

/** As if a hundred places had guessed today. */
async function attack({ email }: Person): Promise<void> {
  for (let at = 0; at < 100; at += 1)
    await on.resources.limiter.count(codeLimits.fromElsewhere, `app ${email}`);
}

describe('guessing the codes of somebody whose password is known', () => {
  test(
    'is stopped where it comes from, and locks the person out nowhere else',
    { timeout: slow },
    async () => {
      const robin = await aGuardedPerson();
      const mallory = somewhere();
      expect(await guess(robin, mallory, 10)).toEqual(Array.from({ length: 10 }, () => 401));
      const stopped = await byApp(robin, { place: mallory });
      expect(stopped).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
      expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(3600);
      expect((await byApp(robin, { place: somewhere() })).status).toBe(200);
    },
  );

  test('is stopped no later for being done all at once', { timeout: slow }, async () => {
    const robin = await aGuardedPerson();
    const place = somewhere();
    const steps = await Promise.all(Array.from({ length: 5 }, () => firstStep(robin, { place })));
    const tries = steps.flatMap((from) =>
      Array.from({ length: 4 }, () => post('two-factor/verify-totp', { code: 'wrong' }, from)),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  test(
    'from everywhere leaves each network one code of the app, and every backup code',
    { timeout: slow },
    async () => {
      const robin = await aGuardedPerson();
      await attack(robin);
      const place = somewhere();
      expect(await guess(robin, place, 1)).toEqual([401]);
      const stopped = await byApp(robin, { place });
      expect(stopped).toMatchObject({ status: 429, body: { reason: 'BACKUP_CODE_WORKS' } });
      expect(Number(stopped.headers['retry-after'])).toBeLessThanOrEqual(24 * 60 * 60);
      expect((await byBackup(robin, { place })).status).toBe(200);
    },
  );

  test('from everywhere changes nothing in a browser that is known', { timeout: slow }, async () => {
    const robin = await aGuardedPerson();
    await attack(robin);
    const from = { place: somewhere(), cookie: markOf(robin) };
    const known = await firstStep(robin, from);
    for (let at = 0; at < 3; at += 1)
      expect((await post('two-factor/verify-totp', { code: 'wrong' }, known)).status).toBe(401);
    expect((await byApp(robin, from)).status).toBe(200);
  });

  test(
    'says nothing of backup codes to who has none left',
    { timeout: slow, tags: ['thorough'] },
    async () => {
      const robin = await aGuardedPerson();
      for (const code of robin.backupCodes) {
        const from = await firstStep(robin, { place: somewhere() });
        expect((await post('two-factor/verify-backup-code', { code }, from)).status).toBe(200);
      }
      await attack(robin);
      const place = somewhere();
      await guess(robin, place, 1);
      const stopped = await byApp(robin, { place });
      expect({ status: stopped.status, reason: stopped.body.reason }).toEqual({
        status: 429,
        reason: undefined,
      });
    },
  );

  test('with many marks of browsers is stopped as it is elsewhere', { timeout: slow }, async () => {
    const robin = await aGuardedPerson();
    const { limiter } = on.resources;
    for (let at = 0; at < 60; at += 1) await limiter.count(codeLimits.onDevices, `app ${robin.email}`);
    const from = { place: somewhere(), cookie: markOf(robin) };
    for (let at = 0; at < 10; at += 1)
      await limiter.take(codeLimits.fromNetwork, `app ${robin.email} ${from.place}`);
    expect((await byApp(robin, from)).status).toBe(429);
    expect((await byApp(robin, { ...from, place: somewhere() })).status).toBe(200);
  });

  test('is not what somebody does who is right each time', { timeout: slow }, async () => {
    const robin = await aGuardedPerson();
    const place = somewhere();
    for (const code of robin.backupCodes.slice(0, 4))
      expect(
        (await post('two-factor/verify-backup-code', { code }, await firstStep(robin, { place }))).status,
      ).toBe(200);
    const counter = await on.resources.limiter.count(codeLimits.fromElsewhere, `backup ${robin.email}`);
    expect(counter).toBe(1);
  });
});
