import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookiesOf } from './cookies.js';
import { expectedAnswers } from './every-route/expected-answers.js';
import { rowsAbout } from './every-route/contents.js';
import { expectWalk } from './every-route/expect-walk.js';
import { aHousehold, aLink, type Household } from './every-route/household.js';
import { everyRoute, send } from './every-route/walk.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

/** Each of the strangers signs up. */
const slow = { timeout: 120_000 };

let on: TestApp;
let household: Household;
/** What is the owner's and could be taken away by its id. */
let passkeyId: string;
beforeAll(async () => {
  on = await testApp({ trustedProxies: 1 });
  household = await aHousehold(on);
  passkeyId = await aPasskey(household.owner);
  await aLink(on, household.owner);
});
afterAll(() => on.close());

async function aPasskey({ userId }: Person): Promise<string> {
  const { rows } = await on.database.admin().pool.query<{ id: string }>(
    `INSERT INTO auth."passkey" ("publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
     VALUES ('', $1, gen_random_uuid(), 0, 'singleDevice', false) RETURNING "id"`,
    [userId],
  );
  return rows[0]!.id;
}

async function signedIn({ email }: Person): Promise<string> {
  const body = { email, password: 'correct horse battery' };
  return cookiesOf(await ask(on.app, { url: '/auth/sign-in/email', body }));
}

const tokenBy = async (cookie: string) =>
  (await ask(on.app, { url: '/auth/token', headers: { cookie } })).status;

/** Cookies that open nothing, by what is wrong with them: each would have been the owner's. */
const worthless: Readonly<Record<string, () => Promise<string>>> = {
  'a cookie that was made up': async () =>
    household.owner.cookie.replace(/=[^;]+/g, () => `=${randomBytes(32).toString('base64url')}`),
  'a cookie of a real session, signed by another': async () =>
    household.owner.cookie.replace(/=([^;.]+)\.[^;]+/g, (_, token: string) => {
      return `=${token}.${encodeURIComponent(randomBytes(32).toString('base64'))}`;
    }),
  'a cookie of a real session, not signed': async () =>
    household.owner.cookie.replace(/=([^;.]+)\.[^;]+/g, '=$1'),
  'a cookie whose session has expired': async () => {
    const cookie = await signedIn(household.owner);
    expect(await tokenBy(cookie)).toBe(200);
    const [, token = ''] = /session_token=([^.;]+)/.exec(cookie) ?? [];
    const { rowCount } = await on.database
      .admin()
      .pool.query(`UPDATE auth."session" SET "expiresAt" = now() - interval '1 second' WHERE "token" = $1`, [
        decodeURIComponent(token),
      ]);
    expect(rowCount).toBe(1);
    // Whoever finds it expired sweeps it away, which is no write of the caller's.
    await tokenBy(cookie);
    return cookie;
  },
  'a cookie whose session was signed out of': async () => {
    const cookie = await signedIn(household.owner);
    await ask(on.app, { url: '/auth/sign-out', body: {}, headers: { cookie } });
    return cookie;
  },
};

test.each(Object.keys(worthless))('%s opens nothing', async (name) => {
  const cookie = await worthless[name]!();
  await expectWalk(on, household, { column: 'nobody', headers: { cookie } });
});

test('a cookie that holds opens nothing but what is asked of the identity provider', async () => {
  const { cookie } = household.owner;
  expect(await tokenBy(cookie)).toBe(200);
  const closed = everyRoute.filter(
    ({ path, operation }) => path.startsWith('/api/v1') && expectedAnswers.get(operation)?.nobody === 401,
  );
  expect(closed.length).toBeGreaterThan(50);
  for (const route of closed) {
    const { status } = await send(on, route, { headers: { cookie }, ids: household.ids });
    expect({ operation: route.operation, status }).toEqual({ operation: route.operation, status: 401 });
  }
});

test(
  'with a stranger’s cookie no route of the identity provider touches what is the owner’s, though it is named',
  slow,
  async () => {
    const { owner, ids } = household;
    const before = await rowsAbout(on, owner.userId);
    expect(before['auth.passkey']).toContain(passkeyId);
    expect(before['auth.account']).toContain('elsewhere');
    const answers: Record<string, number> = {};
    for (const route of everyRoute.filter(({ path }) => path.startsWith('/api/auth/'))) {
      const { cookie } = await aPerson(on.app, 'Stranger');
      const named = route.operation === 'deletePasskey' && { sent: { body: { id: passkeyId } } };
      const reply = await send(on, route, { headers: { cookie }, ids, ...named });
      answers[route.operation] = reply.status;
    }
    expect(await rowsAbout(on, owner.userId)).toEqual(before);
    // Their own they may touch: it was no worthless cookie that left the owner's alone.
    expect(answers).toMatchObject({ getToken: 200, updateUser: 200, changePassword: 200, deleteUser: 200 });
    expect(answers['deletePasskey']).toBeGreaterThanOrEqual(400);
  },
);
