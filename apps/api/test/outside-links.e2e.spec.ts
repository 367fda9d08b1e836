import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAt } from './outside/browser.js';
import { clientSecret, startIssuer, type Issuer } from './outside/issuer.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

let issuer: Issuer;
let on: TestApp;
let fleet: string;
beforeAll(async () => {
  issuer = await startIssuer({});
  const memberships: object[] = [];
  on = await testApp({
    outsideProviders: [
      {
        id: 'elsewhere',
        name: 'Elsewhere',
        issuer: issuer.url,
        clientId: 'odolog',
        clientSecret,
        scopes: ['openid', 'profile', 'email'],
        trustsEmail: false,
        memberships,
      },
    ],
  });
  const boss = await aPerson(on.app, 'Boss');
  fleet = (await boss.call({ url: '/v1/me' })).body.tenant.id;
  memberships.push({ tenant: fleet, roleClaim: 'groups', roles: { drivers: 'driver' } });
});
afterAll(async () => {
  await on.close();
  await issuer.close();
});

const pairsOf = ({ headers }: Reply): string =>
  [headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';', 1)[0])
    .join('; ');

/** The whole way: the button in the settings, the issuer's pages, and back. @returns where one lands */
async function link({ cookie }: Person, login: string): Promise<string> {
  const settings = '/settings/security';
  const begun = await ask(on.app, {
    url: '/auth/link-social',
    body: { provider: 'elsewhere', callbackURL: settings, errorCallbackURL: settings },
    headers: { cookie },
  });
  expect(begun.status).toBe(200);
  return cameBack(begun, login, cookie);
}

async function cameBack(begun: Reply, login: string, cookie = ''): Promise<string> {
  return String((await returned(begun, login, cookie)).headers['location']);
}

async function returned(begun: Reply, login: string, cookie = ''): Promise<Reply> {
  const back = await signInAt(issuer, begun.body.url, login);
  return ask(on.app, {
    url: back.pathname.replace('/api', '') + back.search,
    headers: { cookie: `${cookie}; ${pairsOf(begun)}` },
  });
}

/** Who is signed in by the button on the sign-in page. */
async function whoSignsIn(login: string): Promise<string> {
  const begun = await ask(on.app, {
    url: '/auth/sign-in/social',
    body: { provider: 'elsewhere', callbackURL: '/' },
  });
  const cookie = pairsOf(await returned(begun, login));
  const { body } = await ask(on.app, { url: '/auth/token', headers: { cookie } });
  const me = await ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${body.token}` } });
  return me.body.id;
}

const account = async (person: Person) => (await person.call({ url: '/v1/me/account' })).body;
const unlink = (person: Person, linkId: string) =>
  person.call({ method: 'DELETE', url: `/v1/me/account/providers/${linkId}` });
const trailOf = async (person: Person) =>
  (await person.call({ url: '/v1/audit' })).body.items.map(({ action }: { action: string }) => action);

test('whoever is signed in links a provider, whatever address it knows them by, and signs in by it', async () => {
  const robin = await aPerson(on.app, 'Robin');
  issuer.people['robin'] = { name: 'R.', email: 'robin@work.example', email_verified: false };
  expect(await link(robin, 'robin')).toBe('/settings/security');
  expect((await account(robin)).providers).toEqual([
    { linkId: expect.any(String), id: 'elsewhere', name: 'Elsewhere', linkedAt: expect.any(String) },
  ]);
  expect(await whoSignsIn('robin')).toBe(robin.userId);
  expect((await robin.call({ url: '/v1/me' })).body).toMatchObject({ name: 'Robin', email: robin.email });
  expect(await trailOf(robin)).toContain('person.provider-linked');
});

test('linked once more, nothing of the provider is kept but who it is', async () => {
  const robin = await aPerson(on.app);
  issuer.people['again'] = { name: 'R.', email: 'again@work.example' };
  await link(robin, 'again');
  await link(robin, 'again');
  const { rows } = await on.database
    .admin()
    .pool.query(
      `SELECT "accessToken", "refreshToken", "idToken" FROM auth."account" WHERE "accountId" = 'again'`,
    );
  expect(rows).toEqual([{ accessToken: null, refreshToken: null, idToken: null }]);
});

test('somebody whom the provider knows as another person is not linked to two', async () => {
  const [robin, mallory] = [await aPerson(on.app), await aPerson(on.app)];
  issuer.people['taken'] = { name: 'R.', email: 'taken@work.example' };
  await link(robin, 'taken');
  expect(await link(mallory, 'taken')).toMatch(/^\/settings\/security\?error=account_already_linked/);
  expect((await account(mallory)).providers).toEqual([]);
});

test('a link takes a fresh session, and a session at all', async () => {
  const robin = await aPerson(on.app);
  await on.database
    .admin()
    .pool.query(`UPDATE auth."session" SET "createdAt" = now() - interval '2 days' WHERE "userId" = $1`, [
      robin.userId,
    ]);
  const begin = (cookie: string) =>
    ask(on.app, { url: '/auth/link-social', body: { provider: 'elsewhere' }, headers: { cookie } });
  expect(await begin(robin.cookie)).toMatchObject({ status: 403, body: { reason: 'SESSION_NOT_FRESH' } });
  expect((await begin('')).status).toBe(401);
});

test('unlinked, a provider signs nobody in, and what it gave is over', async () => {
  const robin = await aPerson(on.app, 'Robin');
  issuer.people['gone'] = { name: 'R.', email: 'gone@work.example', groups: ['drivers'] };
  await link(robin, 'gone');
  const tenants = async () =>
    (await robin.call({ url: '/v1/tenants' })).body.items.map(({ id }: { id: string }) => id);
  await on.resources.cache.clear();
  expect(await tenants()).toContain(fleet);
  const [{ linkId }] = (await account(robin)).providers;
  expect((await unlink(await aPerson(on.app), linkId)).status).toBe(404);
  expect((await unlink(robin, linkId)).status).toBe(204);
  expect(await tenants()).not.toContain(fleet);
  expect(await whoSignsIn('gone')).not.toBe(robin.userId);
  expect(await trailOf(robin)).toContain('person.provider-unlinked');
});

test('whoever linked one to an account with the address of others is out once its mailbox sets a password', async () => {
  const mallory = await aPerson(on.app, 'Mallory');
  issuer.people['mallory'] = { name: 'M.', email: 'mallory@work.example', groups: ['drivers'] };
  await link(mallory, 'mallory');
  expect(await whoSignsIn('mallory')).toBe(mallory.userId);

  await ask(on.app, { url: '/auth/request-password-reset', body: { email: mallory.email } });
  let token: string | undefined;
  const read = async () =>
    (token = (await messagesTo(on, mallory.email))
      .map(({ text }) => /reset-password\?token=([\w-]+)/.exec(text)?.[1])
      .find(Boolean));
  await expect.poll(read).toBeDefined();
  const newPassword = 'a password of the mailbox';
  const reset = await ask(on.app, { url: '/auth/reset-password', body: { token, newPassword } });
  expect(reset.status).toBe(200);

  expect(await whoSignsIn('mallory')).not.toBe(mallory.userId);
  const { rows } = await on.database
    .admin()
    .pool.query('SELECT FROM app.memberships WHERE user_id = $1 AND tenant_id = $2', [mallory.userId, fleet]);
  expect(rows).toEqual([]);
});

test('the last way in stays, also when two are taken away at the same moment', async () => {
  const robin = await aPerson(on.app);
  for (const login of ['one', 'two']) {
    issuer.people[login] = { name: 'R.', email: `${login}@work.example` };
    await link(robin, login);
  }
  await on.database
    .admin()
    .pool.query(`DELETE FROM auth."account" WHERE "userId" = $1 AND "providerId" = 'credential'`, [
      robin.userId,
    ]);
  const links = (await account(robin)).providers as { linkId: string }[];
  const answers = await Promise.all(links.map(({ linkId }) => unlink(robin, linkId)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('last-way-in');
  expect((await account(robin)).providers).toHaveLength(1);
});
