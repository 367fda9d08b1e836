import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookiesOf } from './cookies.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

const password = 'correct horse battery';
const mine = 'a password of the mailbox';

let on: TestApp;
let strict: TestApp;
beforeAll(async () => {
  [on, strict] = await Promise.all([testApp(), testApp({ requireVerifiedEmail: true })]);
});
afterAll(() => Promise.all([on.close(), strict.close()]));

const post = (action: string, body: object, cookie = '') =>
  ask(on.app, { url: `/auth/${action}`, body, headers: { cookie } });
const query = (text: string, values: unknown[]) => on.database.admin().pool.query(text, values);

async function codeTo({ email }: { email: string }, where: string, of = on): Promise<string> {
  let code: string | undefined;
  await expect
    .poll(async () => {
      const texts = (await messagesTo(of, email)).map(({ text }) => text);
      return (code = texts
        .map((text) => new RegExp(`${where}\\?token=([\\w-]+)`).exec(text)?.[1])
        .find(Boolean));
    })
    .toBeDefined();
  return code!;
}

/** By whoever reads the mailbox, in a browser of their own. */
async function resetPassword(person: Person): Promise<void> {
  await post('request-password-reset', { email: person.email });
  const token = await codeTo(person, 'reset-password');
  expect((await post('reset-password', { token, newPassword: mine })).status).toBe(200);
}

/** Every way in besides the password. @returns the secret of a key */
async function addWaysIn(person: Person): Promise<string> {
  const key = await person.call({ url: '/v1/api-keys', body: { name: 'Program', scopes: ['read'] } });
  // such as were made before they asked for a confirmed address
  await query(`UPDATE auth."user" SET "twoFactorEnabled" = true WHERE "id" = $1`, [person.userId]);
  await query(`INSERT INTO auth."twoFactor" ("secret", "backupCodes", "userId") VALUES ('', '', $1)`, [
    person.userId,
  ]);
  await query(
    `INSERT INTO auth."passkey" ("name", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
       VALUES ('Phone', '', $1::uuid, $1::text, 0, 'singleDevice', false)`,
    [person.userId],
  );
  await query(
    `INSERT INTO auth."account" ("providerId", "accountId", "userId", "updatedAt") VALUES ('elsewhere', $1::text, $1::uuid, now())`,
    [person.userId],
  );
  return key.body.secret as string;
}

const waysInto = async ({ userId }: Person) =>
  (
    await query(
      `SELECT u."emailVerified", u."twoFactorEnabled",
              (SELECT count(*)::int FROM auth."twoFactor" WHERE "userId" = u."id") AS "secondFactors",
              (SELECT count(*)::int FROM auth."passkey" WHERE "userId" = u."id") AS "passkeys",
              (SELECT count(*)::int FROM auth."session" WHERE "userId" = u."id") AS "sessions",
              (SELECT array_agg("providerId" ORDER BY "providerId") FROM auth."account" WHERE "userId" = u."id") AS "accounts",
              (SELECT count(*)::int FROM app.api_keys WHERE user_id = u."id" AND revoked_at IS NULL) AS "keys"
         FROM auth."user" u WHERE u."id" = $1`,
      [userId],
    )
  ).rows[0];
const withKey = (secret: string) =>
  ask(on.app, { url: '/v1/vehicles', headers: { authorization: `Bearer ${secret}` } });

describe('an account that somebody else made with the address', () => {
  test('is all of whoever resets the password, and nothing of whoever made it', async () => {
    const mallory = await aPerson(on.app);
    const secret = await addWaysIn(mallory);
    expect((await withKey(secret)).status).toBe(200);

    await resetPassword(mallory);

    expect(await waysInto(mallory)).toEqual({
      emailVerified: true,
      twoFactorEnabled: false,
      secondFactors: 0,
      passkeys: 0,
      sessions: 0,
      accounts: ['credential'],
      keys: 0,
    });
    expect((await withKey(secret)).status).toBe(401);
    expect((await mallory.call({ url: '/v1/me' })).status).toBe(401);
    expect((await post('sign-in/email', { email: mallory.email, password })).status).toBe(401);
    const signedIn = await post('sign-in/email', { email: mallory.email, password: mine });
    expect(signedIn.body).toMatchObject({ user: { id: mallory.userId } });
    const { rows } = await query(
      `SELECT detail FROM app.audit_entries WHERE subject_id = $1 AND action = 'person.account-reclaimed'`,
      [mallory.userId],
    );
    expect(rows).toEqual([{ detail: { secondFactors: 1, passkeys: 1, providers: 1, keys: 1 } }]);
  });

  test('is not vouched for by whoever opens its link without being signed in to it', async () => {
    const mallory = await aPerson(on.app);
    const other = await aPerson(on.app);
    const token = await codeTo(mallory, 'verify-email');
    for (const cookie of ['', other.cookie])
      expect(
        await ask(on.app, { url: `/auth/verify-email?token=${token}`, headers: { cookie } }),
      ).toMatchObject({ status: 401, body: { reason: 'SIGN_IN_TO_CONFIRM' } });
    expect(await waysInto(mallory)).toMatchObject({ emailVerified: false });
  });

  test('loses what gave its maker a way in, where addresses are confirmed before anybody comes in', async () => {
    const email = 'victim@example.org';
    const signedUp = await ask(strict.app, {
      url: '/auth/sign-up/email',
      body: { name: 'Mallory', email, password },
    });
    const admin = strict.database.admin().pool;
    const { rows } = await admin.query(
      `INSERT INTO auth."account" ("providerId", "accountId", "userId", "updatedAt")
         SELECT 'elsewhere', 'mallory', "id", now() FROM auth."user" WHERE "email" = $1 RETURNING "userId"`,
      [email],
    );
    expect(signedUp.status).toBe(200);
    const token = await codeTo({ email }, 'verify-email', strict);
    const headers = { cookie: cookiesOf(signedUp) };
    const confirmed = await ask(strict.app, { url: `/auth/verify-email?token=${token}`, headers });
    expect(confirmed.status).toBe(200);
    const kept = await admin.query(`SELECT "providerId" FROM auth."account" WHERE "userId" = $1`, [
      rows[0].userId,
    ]);
    expect(kept.rows).toEqual([{ providerId: 'credential' }]);
  });
});

test('a person who has confirmed the address keeps every way in when they reset the password', async () => {
  const robin = await aPerson(on.app);
  const token = await codeTo(robin, 'verify-email');
  await ask(on.app, { url: `/auth/verify-email?token=${token}`, headers: { cookie: robin.cookie } });
  const secret = await addWaysIn(robin);
  await resetPassword(robin);
  expect(await waysInto(robin)).toEqual({
    emailVerified: true,
    twoFactorEnabled: true,
    secondFactors: 1,
    passkeys: 1,
    sessions: 0,
    accounts: ['credential', 'elsewhere'],
    keys: 1,
  });
  expect((await withKey(secret)).status).toBe(200);
});
