import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
beforeAll(async () => {
  on = await testApp();
});
afterAll(() => on.close());

interface Device {
  readonly id: string;
  readonly current: boolean;
  readonly userAgent: string | null;
}

const devicesOf = async (person: Person): Promise<Device[]> =>
  (await person.call({ url: '/v1/me/sessions' })).body.items;

/** Signs the same person in on another device, which gets a token of its own. */
async function elsewhere({ email }: Person, userAgent: string) {
  const body = { email, password: 'correct horse battery' };
  const signedIn = await ask(on.app, {
    url: '/auth/sign-in/email',
    body,
    headers: { 'user-agent': userAgent },
  });
  const cookie = String([signedIn.headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? '';
  const { token } = (await ask(on.app, { url: '/auth/token', headers: { cookie } })).body;
  const call = () => ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
  return { cookie, call };
}

test('a person sees where they are signed in, and which one is here', async () => {
  const robin = await aPerson(on.app);
  await elsewhere(robin, 'Phone');
  const devices = await devicesOf(robin);
  expect(devices.map(({ current, userAgent }) => [current, userAgent])).toEqual([
    [false, 'Phone'],
    [true, expect.any(String)],
  ]);
  expect(JSON.stringify(devices)).not.toContain(robin.cookie.split('=')[1]?.split('.')[0]);
});

test('a device that is signed out is out at once, with its token', async () => {
  const robin = await aPerson(on.app);
  const phone = await elsewhere(robin, 'Phone');
  expect((await phone.call()).status).toBe(200);
  const { id = '' } = (await devicesOf(robin)).find(({ current }) => !current) ?? {};
  const end = (by: Person) => by.call({ method: 'DELETE', url: `/v1/me/sessions/${id}` });
  expect((await end(await aPerson(on.app))).status).toBe(404);
  expect((await phone.call()).status).toBe(200);
  expect((await end(robin)).status).toBe(204);
  expect(await phone.call()).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect((await ask(on.app, { url: '/auth/token', headers: { cookie: phone.cookie } })).status).toBe(401);
  expect((await end(robin)).status).toBe(404);
});

test('signing out everywhere else leaves this device, everywhere leaves none', async () => {
  const robin = await aPerson(on.app);
  const phone = await elsewhere(robin, 'Phone');
  await robin.call({ method: 'DELETE', url: '/v1/me/sessions?except=current' });
  expect((await phone.call()).status).toBe(401);
  expect(await devicesOf(robin)).toMatchObject([{ current: true }]);
  await robin.call({ method: 'DELETE', url: '/v1/me/sessions' });
  expect((await robin.call({ url: '/v1/me' })).status).toBe(401);
});

test('signing out elsewhere stands in the audit trail', async () => {
  const robin = await aPerson(on.app);
  await elsewhere(robin, 'Phone');
  await robin.call({ method: 'DELETE', url: '/v1/me/sessions?except=current' });
  const { rows } = await on.database
    .admin()
    .pool.query(
      `SELECT FROM app.audit_entries WHERE actor_id = $1 AND action = 'person.signed-out-elsewhere'`,
      [robin.userId],
    );
  expect(rows).toHaveLength(1);
});

test('the secrets of other devices are told to nobody', async () => {
  const { cookie } = await aPerson(on.app);
  expect((await ask(on.app, { url: '/auth/list-sessions', headers: { cookie } })).status).toBe(404);
});

describe('a stream of events that is open ends', () => {
  test.each<[string, (robin: Person) => Promise<unknown>]>([
    ['with the sign-out everywhere', (robin) => robin.call({ method: 'DELETE', url: '/v1/me/sessions' })],
    [
      'with the sign-out in that browser',
      ({ cookie }) => ask(on.app, { url: '/auth/sign-out', body: {}, headers: { cookie } }),
    ],
    ['with a new password', setNewPassword],
    ['with the account', deleteAccount],
  ])('%s', async (_when, act) => {
    const robin = await aPerson(on.app);
    const { ended } = await listen(robin);
    await act(robin);
    expect(await ended).toContain('retry: 1000');
  });
});

/** @returns once the stream has begun, with what is said until it has ended */
async function listen({ token }: Person): Promise<{ readonly ended: Promise<string> }> {
  if (!on.app.getHttpServer().listening) await on.app.listen({ host: '127.0.0.1', port: 0 });
  const headers = { authorization: `Bearer ${token}` };
  const stream = await fetch(`${await on.app.getUrl()}/api/v1/feed/stream`, { headers });
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  let said = (await reader.read()).value ?? '';
  const toTheEnd = async () => {
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) said += next.value;
    } catch {
      // Cut off in the middle is an end, too.
    }
    return said;
  };
  return { ended: toTheEnd() };
}

async function setNewPassword({ email }: Person): Promise<void> {
  await ask(on.app, { url: '/auth/request-password-reset', body: { email } });
  const [token] = (await messagesTo(on, email)).flatMap(
    ({ text }) => /reset-password\?token=(\S+)/.exec(text)?.[1] ?? [],
  );
  const body = { token, newPassword: 'another horse battery' };
  expect((await ask(on.app, { url: '/auth/reset-password', body })).status).toBe(200);
}

async function deleteAccount({ cookie }: Person): Promise<void> {
  const body = { password: 'correct horse battery' };
  expect((await ask(on.app, { url: '/auth/delete-user', body, headers: { cookie } })).status).toBe(200);
}
