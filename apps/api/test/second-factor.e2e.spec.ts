import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf, fromBase32 } from './authenticator-app.js';
import { confirmAddress } from './confirm-address.js';
import { cookiesOf } from './cookies.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

const password = 'correct horse battery';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

const post = (action: string, body: object, cookie?: string) =>
  ask(on.app, { url: `/auth/${action}`, body, ...(cookie && { headers: { cookie } }) });
const signIn = ({ email }: Person, by = password) => post('sign-in/email', { email, password: by });
const getToken = (cookie: string) => ask(on.app, { url: '/auth/token', headers: { cookie } });

interface Guarded extends Person {
  readonly uri: string;
  readonly backupCodes: readonly string[];
  /** The session goes on under another cookie once the factor is set up. */
  readonly now: string;
}

async function aConfirmedPerson(): Promise<Person> {
  const person = await aPerson(on.app);
  await confirmAddress(on, person);
  return person;
}

async function aGuardedPerson(): Promise<Guarded> {
  const person = await aConfirmedPerson();
  const { body } = await post('two-factor/enable', { password }, person.cookie);
  const verified = await post('two-factor/verify-totp', { code: codeOf(body.totpURI) }, person.cookie);
  expect(verified.status).toBe(200);
  return { ...person, uri: body.totpURI, backupCodes: body.backupCodes, now: cookiesOf(verified) };
}

test('a second factor is not asked for before a code of it was verified', async () => {
  const robin = await aConfirmedPerson();
  expect(await post('two-factor/enable', { password: 'wrong horse battery' }, robin.cookie)).toMatchObject({
    status: 422,
    body: { code: 'password-wrong', errors: [{ pointer: '/password' }] },
  });
  const { body } = await post('two-factor/enable', { password }, robin.cookie);
  expect(body.totpURI).toMatch(/^otpauth:\/\/totp\/Odolog:/);
  expect(body.backupCodes).toHaveLength(10);
  expect((await post('two-factor/verify-totp', { code: '000000' }, robin.cookie)).status).toBe(401);
  expect((await getToken(cookiesOf(await signIn(robin)))).status).toBe(200);
});

describe('before the address is confirmed', () => {
  const refused = { status: 403, body: { code: 'forbidden', reason: 'EMAIL_NOT_VERIFIED' } };

  test('no second factor is set up, which would protect nothing from the mailbox', async () => {
    const robin = await aPerson(on.app);
    expect(await post('two-factor/enable', { password }, robin.cookie)).toMatchObject(refused);
    await confirmAddress(on, robin);
    expect((await post('two-factor/enable', { password }, robin.cookie)).status).toBe(200);
  });

  test('no passkey is made or kept', async () => {
    const robin = await aPerson(on.app);
    const start = () =>
      ask(on.app, { url: '/auth/passkey/generate-register-options', headers: { cookie: robin.cookie } });
    expect(await start()).toMatchObject(refused);
    expect(await post('passkey/verify-registration', { response: {} }, robin.cookie)).toMatchObject(refused);
    await confirmAddress(on, robin);
    expect((await start()).status).toBe(200);
  });

  test('unless it was made up, for somebody whose provider told none', async () => {
    const robin = await aPerson(on.app);
    await on.database
      .admin()
      .pool.query(`UPDATE auth."user" SET "email" = "id" || '@elsewhere.invalid' WHERE "id" = $1`, [
        robin.userId,
      ]);
    expect((await post('two-factor/enable', { password }, robin.cookie)).status).toBe(200);
  });
});

test('with a second factor the password alone opens nothing', async () => {
  const robin = await aGuardedPerson();
  expect((await getToken(robin.now)).status).toBe(200);
  const first = await signIn(robin);
  expect(first).toMatchObject({ status: 200, body: { twoFactorRedirect: true, twoFactorMethods: ['totp'] } });
  expect((await getToken(cookiesOf(first))).status).toBe(401);
  expect((await post('two-factor/verify-totp', { code: codeOf(robin.uri) })).status).toBe(401);
  const code = codeOf(robin.uri, 1);
  const second = await post('two-factor/verify-totp', { code }, cookiesOf(first));
  expect((await getToken(cookiesOf(second))).status).toBe(200);
  const again = await post('two-factor/verify-totp', { code }, cookiesOf(first));
  expect(again.status).toBe(401);
});

test('a code works once, also for those who come with it at the same moment', async () => {
  const robin = await aGuardedPerson();
  const steps = await Promise.all(Array.from({ length: 4 }, () => signIn(robin)));
  const code = codeOf(robin.uri, 1);
  const tries = await Promise.all(
    steps.map((step) => post('two-factor/verify-totp', { code }, cookiesOf(step))),
  );
  expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
  const refused = tries.filter(({ status }) => status === 401).map(({ body }) => body.reason);
  expect(refused).toEqual(['CODE_USED', 'CODE_USED', 'CODE_USED']);
});

test('the code that set the factor up signs nobody in', async () => {
  const robin = await aConfirmedPerson();
  const { body } = await post('two-factor/enable', { password }, robin.cookie);
  const code = codeOf(body.totpURI);
  await post('two-factor/verify-totp', { code }, robin.cookie);
  const seen = await post('two-factor/verify-totp', { code }, cookiesOf(await signIn(robin)));
  expect(seen).toMatchObject({ status: 401, body: { reason: 'CODE_USED' } });
});

test('a wrong code is said to be wrong, however often it is typed', async () => {
  const robin = await aGuardedPerson();
  const first = cookiesOf(await signIn(robin));
  for (let at = 0; at < 2; at += 1) {
    const { body } = await post('two-factor/verify-totp', { code: 'wrong' }, first);
    expect(body.reason).toBe('INVALID_CODE');
  }
});

test('a first step is void after five wrong codes', async () => {
  const robin = await aGuardedPerson();
  const first = cookiesOf(await signIn(robin));
  const wrong = codeOf(robin.uri, 1) === '000000' ? '111111' : '000000';
  for (let at = 0; at < 5; at += 1) await post('two-factor/verify-totp', { code: wrong }, first);
  const right = await post('two-factor/verify-totp', { code: codeOf(robin.uri, 1) }, first);
  expect(right.status).toBeGreaterThanOrEqual(400);
  expect(right.headers['set-cookie']).not.toEqual(expect.stringContaining('session_token=ey'));
});

test('a backup code stands in for the app, once', async () => {
  const robin = await aGuardedPerson();
  const by = async (code = '') =>
    post('two-factor/verify-backup-code', { code }, cookiesOf(await signIn(robin)));
  const [code] = robin.backupCodes;
  expect((await getToken(cookiesOf(await by(code)))).status).toBe(200);
  expect((await by(code)).status).toBe(401);
  const renewed = await post('two-factor/generate-backup-codes', { password }, robin.now);
  expect((await by(robin.backupCodes[1])).status).toBe(401);
  expect((await by(renewed.body.backupCodes[0])).status).toBe(200);
});

test('a new password by mail does not get around the second factor', async () => {
  const robin = await aGuardedPerson();
  await post('request-password-reset', { email: robin.email });
  const messages = async () =>
    (await messagesTo(on, robin.email)).filter(({ subject }) => /new password/.test(subject));
  await expect.poll(async () => (await messages()).length).toBe(1);
  const token = /token=(\w+)/.exec((await messages())[0]?.text ?? '')?.[1];
  await post('reset-password', { token, newPassword: 'a better horse battery' });
  expect((await signIn(robin, 'a better horse battery')).body).toMatchObject({ twoFactorRedirect: true });
});

test('without it again, the password is enough', async () => {
  const robin = await aGuardedPerson();
  expect((await post('two-factor/disable', { password: 'wrong horse battery' }, robin.now)).status).toBe(422);
  await post('two-factor/disable', { password }, robin.now);
  expect((await getToken(cookiesOf(await signIn(robin)))).status).toBe(200);
});

test('the secret is stored encrypted', async () => {
  const { uri, backupCodes } = await aGuardedPerson();
  const { rows } = await on.database.admin().pool.query('SELECT * FROM auth."twoFactor"');
  const stored = JSON.stringify(rows);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  for (const told of [secret, fromBase32(secret).toString(), backupCodes[0] ?? ''])
    expect(stored).not.toContain(told);
});

test('a person sees how they sign in', async () => {
  const robin = await aPerson(on.app);
  const account = async () => (await robin.call({ url: '/v1/me/account' })).body;
  const plain = {
    emailVerified: false,
    hasPassword: true,
    twoFactorEnabled: false,
    passkeys: [],
    providers: [],
  };
  expect(await account()).toEqual(plain);
  await on.database.admin().pool.query(
    `INSERT INTO auth."passkey" ("name", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp", "createdAt")
       VALUES ('Phone', '', $1, 'x', 0, 'singleDevice', false, '2026-01-02T03:04:05Z')`,
    [robin.userId],
  );
  const passkey = { id: expect.any(String), name: 'Phone', createdAt: expect.stringMatching(/^2026-01-02T/) };
  expect(await account()).toEqual({ ...plain, passkeys: [passkey] });
});

describe('a passkey is taken away', () => {
  const withPasskey = async () => {
    const robin = await aPerson(on.app);
    const { rows } = await on.database.admin().pool.query<{ id: string }>(
      `INSERT INTO auth."passkey" ("publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
         VALUES ('', $1::uuid, $1::text, 0, 'singleDevice', false) RETURNING "id"`,
      [robin.userId],
    );
    const remove = (id = rows[0]!.id) =>
      ask(on.app, {
        url: '/auth/passkey/delete-passkey',
        body: { id },
        headers: { cookie: robin.cookie },
      });
    const passkeys = async () => (await robin.call({ url: '/v1/me/account' })).body.passkeys.length as number;
    const change = (sql: string) => on.database.admin().pool.query(sql, [robin.userId]);
    return { remove, passkeys, change };
  };

  test('by an id that can be one', async () => {
    const { remove, passkeys } = await withPasskey();
    expect(await remove('the first')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/id' }] } });
    expect(await passkeys()).toBe(1);
  });

  test('by whoever has signed in not long ago', async () => {
    const { remove, passkeys, change } = await withPasskey();
    await change(`UPDATE auth."session" SET "createdAt" = now() - interval '2 days' WHERE "userId" = $1`);
    expect(await remove()).toMatchObject({ status: 403, body: { reason: 'SESSION_NOT_FRESH' } });
    expect(await passkeys()).toBe(1);
    await change(`UPDATE auth."session" SET "createdAt" = now() WHERE "userId" = $1`);
    expect((await remove()).status).toBe(200);
    expect(await passkeys()).toBe(0);
  });

  test('but not where nothing else would sign them in', async () => {
    const { remove, passkeys, change } = await withPasskey();
    await change(`UPDATE auth."account" SET "password" = NULL WHERE "userId" = $1`);
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'last-way-in' } });
    expect(await passkeys()).toBe(1);
  });
});
