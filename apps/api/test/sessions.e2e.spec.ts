import { afterAll, beforeAll, expect, test } from 'vitest';
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
