import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPerson, ask, publicUrl, testApp, type Person, type TestApp } from './test-app.js';

const issuer = 'https://id.example';
const audience = 'odolog';

let on: TestApp;
let keyServer: Server;
let privateKey: CryptoKey;
let robin: Person;
beforeAll(async () => {
  const pair = await generateKeyPair('ES256');
  privateKey = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' };
  keyServer = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => void keyServer.listen(0, '127.0.0.1', resolve));
  const { port } = keyServer.address() as AddressInfo;
  on = await testApp({ oidc: { issuer, audience, jwksUrl: `http://127.0.0.1:${port}/jwks` } });
  robin = await aPerson(on.app);
});
afterAll(async () => {
  keyServer.close();
  await on.close();
});

const now = Math.floor(Date.now() / 1000);

async function withToken(claims: JWTPayload, header: { alg?: string; kid?: string } = {}) {
  const token = await new SignJWT({ iss: issuer, aud: audience, sub: robin.userId, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
    .sign(privateKey);
  return ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
}

test('a token of the issuer that the configuration names is taken, for who is a member', async () => {
  expect((await withToken({})).body.id).toBe(robin.userId);
  const unknown = await withToken({ sub: '018f0000-0000-7000-8000-000000000000' });
  expect(unknown).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

describe('a token is refused', () => {
  test.each<[string, JWTPayload]>([
    ['of another issuer', { iss: 'https://other.example' }],
    ['for another audience', { aud: 'other' }],
    ['that is over', { exp: now - 60 }],
    ['that is not yet', { nbf: now + 60 }],
    ['without an end', { exp: undefined } as unknown as JWTPayload],
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
