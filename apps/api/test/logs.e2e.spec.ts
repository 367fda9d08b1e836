import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

/** All that is logged while the API is used in all the ways in which something private could get into a line. */
let on: TestApp;
let robin: Person;
let logged = '';
const log = new Writable({
  write: (chunk: Buffer, _encoding, done) => {
    logged += chunk.toString();
    done();
  },
});
beforeAll(async () => {
  on = await testApp({ logLevel: 'trace' }, log);
  robin = await aPerson(on.app, 'Robin');
  await makeWritesFailWithWhatWasSent();
});
afterAll(() => on.close());

const vin = 'WVWZZZ1JZXW000001';
const password = 'correct horse battery';
const lines = () => logged.split('\n').filter((line) => line !== '');

/** As a database that quotes the row in the very message of its error. */
async function makeWritesFailWithWhatWasSent(): Promise<void> {
  await on.database.admin().pool.query(`
    CREATE FUNCTION app.fail() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'cannot keep % for %', NEW.name, current_setting('app.tenant_id'); END $$;
    GRANT EXECUTE ON FUNCTION app.fail() TO odolog_api;
    CREATE TRIGGER fail BEFORE INSERT ON app.garages FOR EACH ROW EXECUTE FUNCTION app.fail()`);
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  on.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('no line holds a password, token, key, link, full VIN or mail address', async () => {
  const { email, cookie, token } = robin;
  await ask(on.app, { url: '/auth/sign-in/email', body: { email, password: 'wrong horse battery' } });
  await ask(on.app, { url: '/auth/sign-in/email', body: { email, password } });
  await ask(on.app, { url: '/auth/request-password-reset', body: { email } });
  const mailed = (await messagesTo(on, email)).map(({ text }) => text).join('\n');
  const { secret } = (await robin.call({ url: '/v1/api-keys', body: { name: 'A', scopes: ['read'] } })).body;
  const key = { authorization: `Bearer ${secret}` };

  const vehicle = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Golf', vin } });
  await robin.call({ url: '/v1/vehicles', body: { nickname: 'Golf again', vin } });
  await robin.call({ url: '/v1/vehicles', body: { nickname: 'Golf', vin: `${vin.slice(0, -1)}O` } });
  await ask(on.app, { url: `/v1/timeline?q=${vin}`, headers: key });
  await on.app.inject({ url: `/api/v1/vin/${vin}?token=${token}` });
  await on.app.inject({ url: `/api/nowhere/${email}?q=${vin}` });
  await on.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}x`, cookie } });
  await post('/api/v1/vehicles', `{"vin": "${vin}", "broken`, { authorization: `Bearer ${token}` });
  await post('/api/auth/sign-in/email', `{"email": "${email}", "password": "${password}`, { cookie });
  const failed = await robin.call({ url: '/v1/garages', body: { name: `${email} ${vin} ${secret}` } });

  expect(vehicle.status).toBe(201);
  expect(failed.status).toBe(500);
  const links = mailed.match(/https?:\S+/g) ?? [];
  expect(links.length).toBeGreaterThan(0);
  const secretOfLink = links.flatMap((link) => link.match(/[\w-]{16,}/g) ?? []);
  const session = /session_token=([^;]+)/.exec(cookie)?.[1] ?? '';
  const privately = {
    email,
    vin,
    lower: vin.toLowerCase(),
    password,
    token,
    secret,
    session,
    links,
    secretOfLink,
  };
  for (const [what, values] of Object.entries(privately))
    for (const value of [values].flat())
      expect({ what, found: lines().filter((line) => line.includes(value)) }).toEqual({ what, found: [] });
});

test('there are lines all the same: each request by its route, each error by its words', () => {
  const entries = lines().map((line) => JSON.parse(line) as Record<string, unknown>);
  const requests = entries.filter(({ msg }) => msg === 'request');
  expect(requests).toContainEqual(
    expect.objectContaining({ req: { method: 'GET', route: '/api/v1/timeline' }, status: 200 }),
  );
  expect(entries.find(({ msg }) => msg === 'failed')).toMatchObject({
    level: 50,
    err: { message: expect.stringMatching(/^cannot keep \[mail\] \[vin\] \[key\] for [\w-]{36}$/) },
  });
});
