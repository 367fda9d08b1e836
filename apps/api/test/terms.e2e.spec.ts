import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { createApp } from '../src/create-app.js';
import { openResources } from '../src/open-resources.js';
import { aPerson, ask, testApp, type TestApp } from './test-app.js';

let on: TestApp;
beforeAll(async () => {
  on = await testApp({ terms: { version: '2026-11', text: 'Be kind.', url: undefined } });
});
afterAll(() => on.close());

const signUp = (acceptedTerms: string) => {
  const body = { name: 'Robin', email: `${randomUUID()}@example.org`, password: 'correct horse battery' };
  return ask(on.app, { url: '/auth/sign-up/email', body: { ...body, acceptedTerms } });
};
const recordsOf = async (userId: string) =>
  (
    await on.database
      .admin()
      .pool.query('SELECT version FROM app.terms_acceptances WHERE user_id = $1', [userId])
  ).rows;

test('anyone can read the terms in force', async () => {
  const { terms } = (await ask(on.app, { url: '/v1/instance' })).body;
  expect(terms).toEqual({ version: '2026-11', text: 'Be kind.', url: null });
});

test('whoever accepts them at sign-up has done so in the same moment', async () => {
  const { body } = await signUp('2026-11');
  expect(body.user).not.toHaveProperty('acceptedTerms');
  expect(await recordsOf(body.user.id)).toEqual([{ version: '2026-11' }]);
});

test('when the acceptance cannot be recorded, nobody has signed up', async () => {
  const { pool } = on.database.admin();
  const people = async () => (await pool.query('SELECT FROM auth."user"')).rowCount;
  const before = await people();
  await pool.query(
    `ALTER TABLE app.terms_acceptances ADD CONSTRAINT refuse CHECK (version <> '2026-11') NOT VALID`,
  );
  expect((await signUp('2026-11')).status).toBeGreaterThanOrEqual(400);
  expect(await people()).toBe(before);
  await pool.query('ALTER TABLE app.terms_acceptances DROP CONSTRAINT refuse');
});

test('nobody signs up with terms that are not in force', async () => {
  expect(await signUp('2025-01')).toMatchObject({ status: 409, body: { reason: 'OTHER_TERMS_IN_FORCE' } });
});

test('terms can be accepted later, and the first time counts', async () => {
  const robin = await aPerson(on.app);
  expect((await robin.call({ url: '/v1/me/terms' })).body).toEqual({ current: '2026-11', accepted: [] });
  const accept = (version: string) => robin.call({ url: '/v1/me/terms', body: { version } });
  expect(await accept('2025-01')).toMatchObject({
    status: 409,
    body: { code: 'conflict', current: '2026-11' },
  });
  const first = await accept('2026-11');
  expect(first.body.accepted).toEqual([{ version: '2026-11', acceptedAt: expect.any(String) }]);
  expect((await accept('2026-11')).body).toEqual(first.body);
  expect((await robin.call({ url: '/v1/me/terms' })).body).toEqual(first.body);
});

test('what was accepted cannot be changed, not even by the owner of the database', async () => {
  const { body } = await signUp('2026-11');
  const { pool } = on.database.admin();
  for (const change of [
    `UPDATE app.terms_acceptances SET version = 'x'`,
    'DELETE FROM app.terms_acceptances',
    'TRUNCATE app.terms_acceptances',
  ])
    await expect(pool.query(change)).rejects.toThrow('append-only');
  expect(await recordsOf(body.user.id)).toHaveLength(1);
});

test('whoever accepted another version is asked anew, and both stand in the record', async () => {
  const { body, headers } = await signUp('2026-11');
  const cookie = String([headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? '';
  const terms = { version: '2027-01', text: 'Be kinder.', url: undefined };
  const resources = openResources({ ...on.resources.config, terms }, on.resources.log);
  const app = await createApp(resources);
  const { token } = (await ask(app, { url: '/auth/token', headers: { cookie } })).body;
  const call = (url: string, sent?: object) =>
    ask(app, { url, ...(sent && { body: sent }), headers: { authorization: `Bearer ${token}` } });
  expect((await call('/v1/me')).body.termsToAccept).toBe('2027-01');
  await call('/v1/me/terms', { version: '2027-01' });
  expect((await call('/v1/me')).body.termsToAccept).toBeNull();
  expect(await recordsOf(body.user.id)).toEqual([{ version: '2026-11' }, { version: '2027-01' }]);
  await app.close();
  await resources.close();
});

test('whoever was signed up by a program that said nothing of terms is asked, until they accept', async () => {
  const robin = await aPerson(on.app);
  const asked = async () => (await robin.call({ url: '/v1/me' })).body.termsToAccept;
  expect(await asked()).toBe('2026-11');
  // before the pages, not before the API
  expect((await robin.call({ url: '/v1/vehicles' })).status).toBe(200);
  await robin.call({ url: '/v1/me/terms', body: { version: '2026-11' } });
  expect(await asked()).toBeNull();
});

test('whoever accepted them at sign-up is not asked again', async () => {
  const { headers } = await signUp('2026-11');
  const cookie = String([headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? '';
  const { token } = (await ask(on.app, { url: '/auth/token', headers: { cookie } })).body;
  const me = await ask(on.app, { url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
  expect(me.body.termsToAccept).toBeNull();
});
