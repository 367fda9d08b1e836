import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aPerson, ask, publicUrl, testApp, type Person, type TestApp } from './test-app.js';

const issuer = 'https://id.example';
const audience = 'odolog';

let on: TestApp;
let keyServer: Server;
let privateKey: CryptoKey;
let robin: Person;
let fleet: string;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  privateKey = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' };
  keyServer = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => void keyServer.listen(0, '127.0.0.1', resolve));
  const { port } = keyServer.address() as AddressInfo;
  const elsewhere = { id: 'elsewhere', name: 'Elsewhere', scopes: [], trustsEmail: true };
  const memberships: object[] = [];
  const jwksUrl = `http://127.0.0.1:${port}/jwks`;
  on = await testApp({ outsideProviders: [{ ...elsewhere, issuer, audience, jwksUrl, memberships }] });
  robin = await aPerson(on.app);
  fleet = (await robin.call({ url: '/v1/me' })).body.tenant.id;
  const roles = { drivers: 'driver', admins: 'manager' };
  memberships.push({ tenant: fleet, roleClaim: 'groups', roles });
});
beforeEach(() => on.resources.cache.clear());
afterAll(async () => {
  keyServer.close();
  await on.close();
});

const now = Math.floor(Date.now() / 1000);

async function withToken(claims: JWTPayload) {
  const authorization = `Bearer ${await sign(claims)}`;
  return ask(on.app, { url: '/v1/me', headers: { authorization } });
}

function sign(claims: JWTPayload): Promise<string> {
  return new SignJWT({
    iss: issuer,
    aud: audience,
    sub: 'auth0|ada',
    exp: now + 60,
    iat: now,
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .sign(privateKey);
}

describe('a token of an issuer that the configuration names', () => {
  test('brings its person into being, whatever the subject looks like, and means them from then on', async () => {
    const first = await withToken({ name: 'Ada', email: 'ada@id.example', email_verified: true });
    expect(first).toMatchObject({ status: 200, body: { name: 'Ada', email: 'ada@id.example' } });
    expect((await withToken({})).body.id).toBe(first.body.id);
    expect((await withToken({ sub: 'auth0|grace' })).body.id).not.toBe(first.body.id);
  });

  test('whose subject is the id of somebody here means somebody else', async () => {
    expect((await withToken({ sub: robin.userId })).body.id).not.toBe(robin.userId);
  });

  test('without an address or a name is a person all the same', async () => {
    const { status, body } = await withToken({ sub: 'a machine' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Elsewhere',
      email: expect.stringMatching(/^[0-9a-f]{32}@elsewhere\.invalid$/),
    });
  });

  test('ten at once make one person', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => withToken({ sub: 'twins', jti: `${at}` })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  });

  test('opens the tenant that its claims name, in the role that they name, at once', async () => {
    const roleBy = async (groups: string[], iat: number) =>
      (await withToken({ sub: 'grace', groups, iat })).body.tenants
        .filter(({ id }: { id: string }) => id === fleet)
        .map(({ role }: { role: string }) => role);
    expect(await roleBy(['drivers'], now - 30)).toEqual(['driver']);
    expect(await roleBy(['admins'], now - 20)).toEqual(['manager']);
    expect(await roleBy([], now - 10)).toEqual([]);
    // An older token that still holds does not bring back what a newer one has taken away.
    expect(await roleBy(['admins'], now - 20)).toEqual([]);
  });

  test('does not open an account here that nobody has proven to be theirs', async () => {
    const claims = { sub: 'mallory', email: robin.email, email_verified: true };
    expect(await withToken(claims)).toMatchObject({
      status: 403,
      body: { code: 'forbidden', reason: 'ACCOUNT_NOT_LINKED' },
    });
    await on.database
      .admin()
      .pool.query(`UPDATE auth."user" SET "emailVerified" = true WHERE "id" = $1`, [robin.userId]);
    expect((await withToken({ ...claims, email_verified: false })).status).toBe(403);
    expect((await withToken(claims)).body.id).toBe(robin.userId);
  });
});

describe('a token of an issuer that is linked', () => {
  const linked = async () => {
    const person = await aPerson(on.app);
    const verify = `UPDATE auth."user" SET "emailVerified" = true WHERE "id" = $1`;
    await on.database.admin().pool.query(verify, [person.userId]);
    const claims = { sub: person.userId, email: person.email, email_verified: true };
    expect((await withToken(claims)).body.id).toBe(person.userId);
    return { person, claims };
  };

  test('stops to open the account with the link, at once, and links nothing by itself', async () => {
    const { person, claims } = await linked();
    const [{ linkId }] = (await person.call({ url: '/v1/me/account' })).body.providers;
    await person.call({ method: 'DELETE', url: `/v1/me/account/providers/${linkId}` });
    for (let times = 0; times < 2; times += 1)
      expect(await withToken(claims)).toMatchObject({ status: 403, body: { reason: 'ACCOUNT_NOT_LINKED' } });
    expect((await person.call({ url: '/v1/me/account' })).body.providers).toEqual([]);
  });

  test('ends to be heard with the link, too', async () => {
    const { person, claims } = await linked();
    const [{ linkId }] = (await person.call({ url: '/v1/me/account' })).body.providers;
    await on.app.listen({ host: '127.0.0.1', port: 0 });
    const stream = await fetch(`${await on.app.getUrl()}/api/v1/feed/stream`, {
      headers: { authorization: `Bearer ${await sign(claims)}` },
    });
    expect(stream.status).toBe(200);
    await person.call({ method: 'DELETE', url: `/v1/me/account/providers/${linkId}` });
    const end = stream.text().then(
      () => 'ended',
      () => 'ended',
    );
    expect(await end).toBe('ended');
  });

  test('stops to mean somebody who has deleted their account, at once', async () => {
    const { person, claims } = await linked();
    await ask(on.app, {
      url: '/auth/delete-user',
      body: { password: 'correct horse battery' },
      headers: { cookie: person.cookie },
    });
    expect((await withToken(claims)).status).toBe(401);
    expect((await withToken({ ...claims, jti: 'another' })).status).toBe(401);
    const since = await withToken({ ...claims, iat: Math.floor(Date.now() / 1000) + 1 });
    expect(since.status).toBe(200);
    expect(since.body.id).not.toBe(person.userId);
  });
});

describe('where nobody comes in before their address is confirmed, a token', () => {
  let strict: TestApp;
  beforeAll(async () => {
    const { outsideProviders } = on.resources.config;
    strict = await testApp({ outsideProviders, requireVerifiedEmail: true });
  });
  afterAll(() => strict.close());
  const come = async (claims: JWTPayload) =>
    ask(strict.app, { url: '/v1/me', headers: { authorization: `Bearer ${await sign(claims)}` } });

  test('of somebody whose address nobody vouches for opens nothing until they have confirmed it', async () => {
    const claims = { sub: 'una', email: 'una@id.example', email_verified: false };
    const refused = { status: 403, body: { code: 'forbidden', reason: 'EMAIL_NOT_VERIFIED' } };
    for (let times = 0; times < 2; times += 1) expect(await come(claims)).toMatchObject(refused);
    const confirm = `UPDATE auth."user" SET "emailVerified" = true WHERE "email" = 'una@id.example'`;
    await strict.database.admin().pool.query(confirm);
    expect((await come(claims)).status).toBe(200);
  });

  test('of somebody whose address the provider vouches for opens what is theirs, and so does a machine’s', async () => {
    const vouched = { sub: 'vera', email: 'vera@id.example', email_verified: true };
    expect((await come(vouched)).status).toBe(200);
    expect((await come({ sub: 'a machine' })).status).toBe(200);
  });
});

describe('a token is refused', () => {
  test.each<[string, JWTPayload]>([
    ['of another issuer', { iss: 'https://other.example' }],
    ['for another audience', { aud: 'other' }],
    ['that is over', { exp: now - 60 }],
    ['that is over since this very second', { exp: now }],
    ['that is not yet', { nbf: now + 60 }],
    ['without an end', { exp: undefined } as unknown as JWTPayload],
    ['without a subject', { sub: undefined } as unknown as JWTPayload],
    ['of the built-in issuer with a foreign key', { iss: publicUrl, aud: publicUrl }],
  ])('%s', async (_name, claims) => {
    expect(await withToken(claims)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  test('signed with nothing, with a public secret, or changed', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: issuer, aud: audience, sub: robin.userId, exp: now + 60 };
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.`;
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(new Uint8Array(32));
    const [head, , signature] = robin.token.split('.');
    const changed = [head, part({ ...claims, iss: publicUrl, aud: publicUrl }), signature].join('.');
    for (const token of [unsigned, symmetric, changed, 'nonsense']) {
      const { status } = await ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
      expect(status).toBe(401);
    }
  });
});

test('the built-in provider publishes the keys of its tokens', async () => {
  const { body } = await ask(on.app, { url: '/auth/jwks' });
  expect(body.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
  expect(body.keys[0].d).toBeUndefined();
});
