import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aPerson, ask, publicUrl, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let secure: TestApp;
let web: Server;
let robin: Person;
beforeAll(async () => {
  web = createServer((asked, response) => {
    const policy = { 'content-security-policy': "script-src 'nonce-of-the-page'" };
    response.writeHead(200, asked.url === '/' ? policy : {}).end();
  });
  await new Promise<void>((resolve) => void web.listen(0, '127.0.0.1', resolve));
  on = await testApp({ webUrl: `http://127.0.0.1:${(web.address() as AddressInfo).port}` });
  secure = await testApp({ publicUrl: 'https://cars.example.org' });
  robin = await aPerson(on.app);
});
afterAll(async () => {
  web.close();
  await on.close();
  await secure.close();
});

const headersOf = async ({ app }: TestApp, url: string) => (await app.inject({ url })).headers;

describe('every answer', () => {
  test.each([
    '/',
    '/_next/static/chunk.js',
    '/api/health',
    '/api/v1/me',
    '/api/nowhere',
    '/api/docs',
    '/api/auth/jwks',
  ])('at %s tells the browser what it must not do', async (url) => {
    expect(await headersOf(on, url)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('of the API runs nothing and stands in no frame, in the pages about it only what is their own', async () => {
    for (const url of ['/api/health', '/api/v1/me', '/api/nowhere', '/api/openapi.json', '/api/documents'])
      expect((await headersOf(on, url))['content-security-policy']).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
    for (const url of ['/api/docs', '/api/docs/', '/api/docs/swagger-ui-init.js']) {
      const policy = String((await headersOf(on, url))['content-security-policy']);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  test('of the web process keeps the policy that it made for the page', async () => {
    expect((await headersOf(on, '/'))['content-security-policy']).toBe("script-src 'nonce-of-the-page'");
  });

  test('asks for https from then on where people come by https, and only there', async () => {
    expect((await headersOf(secure, '/api/health'))['strict-transport-security']).toBe('max-age=31536000');
    expect((await headersOf(on, '/api/health'))['strict-transport-security']).toBeUndefined();
  });
});

const credentials = () => ({
  name: 'Kim',
  email: `${crypto.randomUUID()}@example.org`,
  password: 'correct horse',
});

async function cookiesOf({ app }: TestApp): Promise<string[]> {
  const { headers } = await ask(app, { url: '/auth/sign-up/email', body: credentials() });
  return [headers['set-cookie']].flat().map(String);
}

describe('a session cookie', () => {
  test('is out of reach for scripts and other sites', async () => {
    for (const cookie of await cookiesOf(on)) {
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
    }
  });

  test('goes by https alone where people come by https', async () => {
    const cookies = await cookiesOf(secure);
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^__(Secure|Host)-.*; Secure/i);
    for (const cookie of await cookiesOf(on)) expect(cookie).not.toMatch(/; Secure/i);
  });
});

describe('another site that has a visitor with a session', () => {
  const signOut = (headers: Record<string, string>, payload = '{}') =>
    on.app.inject({
      method: 'POST',
      url: '/api/auth/sign-out',
      headers: { cookie: robin.cookie, 'content-type': 'application/json', ...headers },
      payload,
    });
  const isStillSignedIn = async () =>
    (await ask(on.app, { url: '/auth/token', headers: { cookie: robin.cookie } })).status === 200;

  test.each<[string, Record<string, string>]>([
    ['its Origin', { origin: 'https://evil.example' }],
    ['no Origin but its Referer', { referer: 'https://evil.example/page' }],
    ['an Origin of the other scheme', { origin: 'https://localhost:80' }],
    ['an Origin that hides it', { origin: 'null' }],
    ['an Origin that only begins like ours', { origin: `${publicUrl}.evil.example` }],
  ])('cannot act with %s', async (_name, headers) => {
    expect((await signOut(headers)).statusCode).toBe(403);
    expect(await isStillSignedIn()).toBe(true);
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'cannot act by a form (%s), even with our Origin',
    async (type) => {
      const answer = await signOut({ origin: publicUrl, 'content-type': type }, '{"a":"="}');
      expect(answer.statusCode).toBe(415);
      expect(await isStillSignedIn()).toBe(true);
    },
  );

  test('cannot sign the visitor in as somebody else', async () => {
    const { name: _, ...login } = credentials();
    const answer = await on.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: {
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'cors',
        'content-type': 'application/json',
      },
      payload: login,
    });
    expect(answer.statusCode).toBe(403);
  });

  test('gets nothing of the API by cookie: it takes bearer tokens alone', async () => {
    for (const request of [{ url: '/v1/vehicles' }, { url: '/v1/vehicles', body: { nickname: 'Forged' } }]) {
      const reply = await ask(on.app, { ...request, headers: { cookie: robin.cookie } });
      expect(reply.status).toBe(401);
    }
  });

  test('may not read an answer: no origin is allowed to', async () => {
    const answer = await on.app.inject({ url: '/api/v1/me', headers: { origin: 'https://evil.example' } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

test('our own page, and a client that is no browser, can act', async () => {
  const kim = await aPerson(on.app, 'Kim');
  const own = await ask(on.app, {
    url: '/auth/sign-out',
    body: {},
    headers: { cookie: kim.cookie, origin: publicUrl },
  });
  expect(own.status).toBe(200);
  const lee = await aPerson(on.app, 'Lee');
  expect(
    (await ask(on.app, { url: '/auth/sign-out', body: {}, headers: { cookie: lee.cookie } })).status,
  ).toBe(200);
});
