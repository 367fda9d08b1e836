import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signInAt } from './outside/browser.js';
import { clientSecret, startIssuer, type Issuer } from './outside/issuer.js';
import { aPerson, ask, testApp, type Person, type Reply, type TestApp } from './test-app.js';

let issuer: Issuer;
let on: TestApp;
let boss: Person;
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
        trustsEmail: true,
        memberships,
      },
    ],
  });
  boss = await aPerson(on.app, 'Boss');
  fleet = (await boss.call({ url: '/v1/me' })).body.tenant.id;
  memberships.push({ tenant: fleet, roleClaim: 'groups', roles: { drivers: 'driver', admins: 'manager' } });
});
afterAll(async () => {
  await on.close();
  await issuer.close();
});
beforeEach(() => {
  for (const login of Object.keys(issuer.people)) delete issuer.people[login];
});

const cookiesOf = ({ headers }: Reply): string =>
  [headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';', 1)[0])
    .join('; ');

/** The whole way: the button, the issuer's pages, and back. */
async function signIn(login: string, { changed = (url: URL) => url, cookie = '' } = {}) {
  const begun = await ask(on.app, {
    url: '/auth/sign-in/social',
    body: { provider: 'elsewhere', callbackURL: '/', errorCallbackURL: '/sign-in' },
  });
  expect(begun.status).toBe(200);
  const back = changed(await signInAt(issuer, begun.body.url, login));
  const answer = await ask(on.app, {
    url: back.pathname.replace('/api', '') + back.search,
    headers: { cookie: cookie || cookiesOf(begun) },
  });
  return { asked: new URL(begun.body.url), answer, location: String(answer.headers['location']) };
}

/** By the button in the settings. */
async function linkAgain({ cookie }: Person, login: string): Promise<void> {
  const begun = await ask(on.app, {
    url: '/auth/link-social',
    body: { provider: 'elsewhere', callbackURL: '/' },
    headers: { cookie },
  });
  const back = await signInAt(issuer, begun.body.url, login);
  const url = back.pathname.replace('/api', '') + back.search;
  await ask(on.app, { url, headers: { cookie: `${cookie}; ${cookiesOf(begun)}` } });
}

async function whoIs(answer: Reply) {
  const { body } = await ask(on.app, { url: '/auth/token', headers: { cookie: cookiesOf(answer) } });
  const me = await ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${body.token}` } });
  return me.body;
}

const rolesOf = ({ tenants }: { tenants: { id: string; role: string }[] }) =>
  tenants.filter(({ id }) => id === fleet).map(({ role }) => role);

test('the instance says where people can sign in, and tells nothing else about it', async () => {
  const { body } = await ask(on.app, { url: '/v1/instance' });
  expect(body.identityProviders).toEqual([{ id: 'elsewhere', name: 'Elsewhere' }]);
});

test('somebody new comes in by the code flow with PKCE, state and nonce, and has a profile and a tenant', async () => {
  issuer.people['ada'] = { name: 'Ada', email: 'ada@elsewhere.example', email_verified: true };
  const { asked, answer, location } = await signIn('ada');
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'odolog',
    scope: 'openid profile email',
    code_challenge_method: 'S256',
    code_challenge: expect.any(String),
    state: expect.any(String),
    nonce: expect.any(String),
  });
  expect({ status: answer.status, location }).toEqual({ status: 302, location: '/' });
  const me = await whoIs(answer);
  expect(me).toMatchObject({
    name: 'Ada',
    email: 'ada@elsewhere.example',
    tenant: { kind: 'personal', role: 'owner' },
  });
  expect((await whoIs((await signIn('ada')).answer)).id).toBe(me.id);
});

test('what the issuer adds to the address by which it sends people back keeps nobody out', async () => {
  issuer.people['ada'] = { name: 'Ada', email: 'ada@elsewhere.example', email_verified: true };
  const changed = (url: URL) => new URL(`${url.href}&session_state=of-keycloak&authuser=0`);
  expect((await signIn('ada', { changed })).location).toBe('/');
});

test('people come back by a link alone: a form of another site is not taken', async () => {
  const posted = await ask(on.app, { url: '/auth/callback/elsewhere', body: { code: 'x', state: 'y' } });
  expect(posted).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
});

test('a sign-up and each sign-in there stand in the audit trail, one that fails does not', async () => {
  issuer.people['joan'] = { name: 'Joan', email: 'joan@elsewhere.example', email_verified: true };
  await signIn('joan');
  const { answer } = await signIn('joan');
  await signIn('joan', { cookie: 'odolog.state=other' });
  const { body } = await ask(on.app, { url: '/auth/token', headers: { cookie: cookiesOf(answer) } });
  const headers = { authorization: `Bearer ${body.token}` };
  const trail = (await ask(on.app, { url: '/v1/audit', headers })).body.items;
  expect(trail.map(({ action, detail }: { action: string; detail: object }) => ({ action, detail }))).toEqual(
    [
      { action: 'person.signed-in', detail: { by: 'provider' } },
      { action: 'person.signed-in', detail: { by: 'provider' } },
      { action: 'person.signed-up', detail: {} },
    ],
  );
});

test('tokens of the issuer are not kept', async () => {
  const { rows } = await on.database
    .admin()
    .pool.query(
      `SELECT "accessToken", "refreshToken", "idToken" FROM auth."account" WHERE "providerId" = 'elsewhere'`,
    );
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toEqual({ accessToken: null, refreshToken: null, idToken: null });
});

test('the role follows the claim on each sign-in, up, down and away', async () => {
  const person = { name: 'Grace', email: 'grace@elsewhere.example', email_verified: true };
  const withGroups = async (groups: string[]) => {
    issuer.people['grace'] = { ...person, groups };
    const { answer } = await signIn('grace');
    return rolesOf(await whoIs(answer));
  };
  expect(await withGroups(['drivers'])).toEqual(['driver']);
  expect(await withGroups(['drivers', 'admins'])).toEqual(['manager']);
  expect(await withGroups(['drivers'])).toEqual(['driver']);
  expect(await withGroups(['guests'])).toEqual([]);
  const trail = (await boss.call({ url: '/v1/audit?limit=200' })).body.items;
  const ours = trail.filter(
    ({ detail }: { detail: { provider?: string } }) => detail.provider === 'elsewhere',
  );
  expect(ours.map(({ action }: { action: string }) => action).toReversed()).toEqual([
    'member.added',
    'member.role-changed',
    'member.role-changed',
    'member.removed',
  ]);
});

test('whom the claims put into a tenant starts there, and is asked for the terms before anything else', async () => {
  issuer.people['lin'] = { name: 'Lin', email: 'lin@elsewhere.example', groups: ['drivers'] };
  const me = await whoIs((await signIn('lin')).answer);
  expect(me).toMatchObject({ tenant: { id: fleet, role: 'driver' }, termsToAccept: '2026-11' });
});

test('the owners of the tenant that a newcomer is put into read of their first sign-in', async () => {
  issuer.people['mae'] = { name: 'Mae', email: 'mae@elsewhere.example', groups: ['drivers'] };
  const { id } = await whoIs((await signIn('mae')).answer);
  const trail = (await boss.call({ url: '/v1/audit' })).body.items;
  const ofMae = trail.filter(({ actor }: { actor: { id: string } | null }) => actor?.id === id);
  expect(ofMae.map(({ action }: { action: string }) => action)).toEqual([
    'person.signed-in',
    'person.signed-up',
  ]);
});

test('an owner stays the owner, whatever the issuer says', async () => {
  const verify = `UPDATE auth."user" SET "emailVerified" = true WHERE "id" = $1`;
  await on.database.admin().pool.query(verify, [boss.userId]);
  issuer.people['boss'] = { name: 'Boss', email: boss.email, email_verified: true, groups: ['drivers'] };
  const me = await whoIs((await signIn('boss')).answer);
  expect({ id: me.id, roles: rolesOf(me) }).toEqual({ id: boss.userId, roles: ['owner'] });
  issuer.people['boss'] = { ...issuer.people['boss'], groups: [] };
  expect(rolesOf(await whoIs((await signIn('boss')).answer))).toEqual(['owner']);
});

describe('who has an account here already', () => {
  const proven = async ({ userId }: Person) =>
    on.database.admin().pool.query(`UPDATE auth."user" SET "emailVerified" = true WHERE "id" = $1`, [userId]);

  test('comes into it when both sides have proven the address', async () => {
    const robin = await aPerson(on.app, 'Robin');
    await proven(robin);
    issuer.people['robin'] = { name: 'R.', email: robin.email.toUpperCase(), email_verified: true };
    expect((await whoIs((await signIn('robin')).answer)).id).toBe(robin.userId);
  });

  test('does not once they have unlinked the provider, until they link it again themselves', async () => {
    const robin = await aPerson(on.app, 'Robin');
    await proven(robin);
    issuer.people['parted'] = { name: 'R.', email: robin.email, email_verified: true };
    expect((await signIn('parted')).location).toBe('/');
    const [{ linkId }] = (await robin.call({ url: '/v1/me/account' })).body.providers;
    await robin.call({ method: 'DELETE', url: `/v1/me/account/providers/${linkId}` });
    expect((await signIn('parted')).location).toBe('/sign-in?error=account_not_linked');
    expect((await robin.call({ url: '/v1/me/account' })).body.providers).toEqual([]);

    await linkAgain(robin, 'parted');
    expect((await whoIs((await signIn('parted')).answer)).id).toBe(robin.userId);
    const [{ linkId: again }] = (await robin.call({ url: '/v1/me/account' })).body.providers;
    await robin.call({ method: 'DELETE', url: `/v1/me/account/providers/${again}` });
    expect((await signIn('parted')).location).toBe('/sign-in?error=account_not_linked');
  });

  test.each([
    ['the issuer has not verified the address', true, false],
    ['nobody has proven the address here: it may have been taken in advance', false, true],
  ])('does not when %s', async (_name, isProvenHere, isProvenThere) => {
    const robin = await aPerson(on.app, 'Robin');
    if (isProvenHere) await proven(robin);
    const login = `mallory-${isProvenHere}`;
    issuer.people[login] = { name: 'Mallory', email: robin.email, email_verified: isProvenThere };
    const { answer, location } = await signIn(login);
    expect(location).toBe('/sign-in?error=account_not_linked');
    expect(cookiesOf(answer)).not.toContain('session_token=ey');
    expect((await ask(on.app, { url: '/auth/token', headers: { cookie: cookiesOf(answer) } })).status).toBe(
      401,
    );
  });
});

describe('a return from the issuer opens nothing', () => {
  const person = { name: 'Eve', email: 'eve@elsewhere.example', email_verified: true };
  const set = (name: string, value: string) => (url: URL) => {
    url.searchParams.set(name, value);
    return url;
  };

  test.each([
    ['with another state', { changed: set('state', 'x'.repeat(32)) }],
    ['with another code', { changed: set('code', 'x'.repeat(43)) }],
    ['from another issuer', { changed: set('iss', 'https://evil.example') }],
    ['in a browser that did not begin it', { cookie: 'odolog.state=other' }],
  ])('%s', async (_name, how) => {
    issuer.people['eve'] = person;
    const { answer, location } = await signIn('eve', how);
    expect({ status: answer.status, isError: location.includes('error=') }).toEqual({
      status: 302,
      isError: true,
    });
    expect((await ask(on.app, { url: '/auth/token', headers: { cookie: cookiesOf(answer) } })).status).toBe(
      401,
    );
  });

  test('a second time', async () => {
    issuer.people['eve'] = person;
    let returned: URL | undefined;
    const keep = (url: URL) => (returned = url);
    await signIn('eve', { changed: keep });
    const again = await ask(on.app, { url: returned!.pathname.replace('/api', '') + returned!.search });
    expect(String(again.headers['location'])).toContain('error=');
  });
});

test('a token in the place of the way through the issuer is not taken', async () => {
  const { status, body } = await ask(on.app, {
    url: '/auth/sign-in/social',
    body: { provider: 'elsewhere', idToken: { token: 'eyJhbGciOiJub25lIn0.e30.' } },
  });
  expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ pointer: '/idToken' }] });
});

test('an issuer that is away when it is first needed is asked again', { tags: ['thorough'] }, async () => {
  issuer.isAway = true;
  const apart = await testApp({ outsideProviders: on.resources.config.outsideProviders });
  const begin = () => ask(apart.app, { url: '/auth/sign-in/social', body: { provider: 'elsewhere' } });
  expect((await begin()).status).toBe(404);
  issuer.isAway = false;
  await expect.poll(async () => (await begin()).status, { timeout: 8_000, interval: 500 }).toBe(200);
  await apart.close();
});
