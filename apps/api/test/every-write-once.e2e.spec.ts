import { randomUUID } from 'node:crypto';
import { aQueue } from '@odolog/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentsOf } from './every-route/contents.js';
import { expectedAnswers } from './every-route/expected-answers.js';
import { aHousehold, freshThings, type Household } from './every-route/household.js';
import { otherRequests } from './every-route/other-requests.js';
import { everyRoute, send, type Walked } from './every-route/walk.js';
import { type Reply, testApp, type TestApp } from './test-app.js';

/** Nothing folds the read models here, and some commands wait for them for a moment. */
const slow = { timeout: 120_000 };

let on: TestApp;
let household: Household;
beforeAll(async () => {
  on = await testApp((database) => ({ trustedProxies: 1, jobsDatabaseUrl: database.url('odolog_jobs') }));
  await (await aQueue(on.database)).stop({ graceful: false });
  household = await aHousehold(on);
});
afterAll(() => on.close());

const writes = everyRoute.filter(({ method, heedsKey }) => method !== 'GET' && heedsKey);

test('every write that is not open to everyone says that it heeds a key', () => {
  const closed = everyRoute.filter(
    ({ method, path, operation }) =>
      method !== 'GET' && path.startsWith('/api/v1') && expectedAnswers.get(operation)?.nobody === 401,
  );
  expect(writes.map(({ operation }) => operation)).toEqual(closed.map(({ operation }) => operation));
});

/** What cannot be told a second time, and why. */
const toldOnce: Readonly<Record<string, string>> = {
  createApiKey: 'the secret of a key is shown once, and kept nowhere',
  invite: 'the link is known to the message alone',
  inviteToGarage: 'the link is known to the message alone',
  offerTransfer: 'the link is known to the message alone',
  recordEvents: 'a batch says of each event whether it was there',
};

/** What is gone afterwards, so that nobody is let in to it any more, and how that is said. */
const goneAfter: Readonly<Record<string, number>> = { deleteGarage: 404 };

/** Whatever the first one made or changed, the second leaves as it is: in every table, in the queue, and in the mail. */
const traces = () => contentsOf(on);

/** A refusal is the same by its code: each has a trace of its own. */
function told({ status, body }: Reply): unknown {
  return status < 400 ? body : body.code;
}

/** Some take away what others need: only they get things of their own. */
const takesAway = /(corrections|retractions|restorations|complete|dismiss|resend|accept|undo)$/;

async function thingsFor({ method, path }: Walked) {
  const isFresh = method === 'DELETE' || takesAway.test(path);
  return isFresh ? freshThings(on, household, path) : household.ids;
}

async function headersFor({ operation }: Walked) {
  // who takes a vehicle over is not who offers it
  const person = operation === 'acceptTransfer' ? household.outsider : household.owner;
  const tenant = operation === 'acceptTransfer' ? {} : { 'x-tenant-id': household.tenantId };
  return { authorization: `Bearer ${person.token}`, ...tenant, 'idempotency-key': randomUUID() };
}

test.each(writes.map((route) => [route.operation, route] as const))(
  '%s, sent twice under one key, is done once and answered the same; another request is refused',
  slow,
  async (operation, route) => {
    const ids = await thingsFor(route);
    const headers = await headersFor(route);
    const first = await send(on, route, { headers, ids });
    const before = await traces();
    const again = await send(on, route, { headers, ids });
    expect(await traces()).toEqual(before);
    const made = [200, 201].includes(first.status) ? [200, 201] : [goneAfter[operation] ?? first.status];
    expect(made).toContain(again.status);
    if (!(operation in toldOnce || operation in goneAfter)) expect(told(again)).toEqual(told(first));
    const other = otherRequests[operation]?.(ids);
    if (!other || first.status >= 400) return;
    expect(await send(on, route, { headers, ids, sent: other })).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await traces()).toEqual(before);
  },
);

test('every write that takes a body is also sent with another one', () => {
  const taking = writes.filter(({ takesBody }) => takesBody).map(({ operation }) => operation);
  expect(Object.keys(otherRequests).toSorted()).toEqual(taking.toSorted());
});

test('a key belongs to its person: another one under the same is not told the first answer', async () => {
  const route = writes.find(({ operation }) => operation === 'createCalendarLink') as Walked;
  const key = { 'idempotency-key': randomUUID() };
  const link = async (token: string) =>
    (
      await send(on, route, {
        headers: { authorization: `Bearer ${token}`, 'x-tenant-id': household.tenantId, ...key },
        ids: household.ids,
      })
    ).body.url as string;
  const [own, others] = [await link(household.owner.token), await link(household.viewer.token)];
  expect(others).not.toBe(own);
  expect(await link(household.owner.token)).toBe(own);
});

test('what was refused may be tried again under its key', async () => {
  const { owner, tenantId } = household;
  const change = (name: string) =>
    owner.call({
      method: 'PATCH',
      url: `/v1/garages/${household.ids['garageId']}`,
      body: { name },
      headers: { 'x-tenant-id': tenantId, 'idempotency-key': 'tried again' },
    });
  expect((await change('')).status).toBe(422);
  expect((await change('Yard')).status).toBe(200);
});

test('two at the same moment get one answer', async () => {
  const { owner, tenantId, ids } = household;
  const share = () =>
    owner.call({
      url: `/v1/vehicles/${ids['vehicleId']}/shares`,
      body: {},
      headers: { 'x-tenant-id': tenantId, 'idempotency-key': 'at the same moment' },
    });
  const [one, two] = await Promise.all([share(), share()]);
  expect(one.status).toBe(201);
  expect(two.body).toEqual(one.body);
});

test('a link and the answer that tells it are kept together or not at all', async () => {
  const { owner, tenantId, ids } = household;
  const { pool } = on.database.admin();
  const share = () =>
    owner.call({
      url: `/v1/vehicles/${ids['vehicleId']}/shares`,
      body: {},
      headers: { 'x-tenant-id': tenantId, 'idempotency-key': 'together' },
    });
  const links = async () => (await pool.query('SELECT FROM app.shares')).rows.length;
  const before = await links();
  await pool.query(
    'ALTER TABLE app.idempotent_requests ADD CONSTRAINT full_disk CHECK (answer IS NULL) NOT VALID',
  );
  expect([(await share()).status >= 500, await links()]).toEqual([true, before]);
  await pool.query('ALTER TABLE app.idempotent_requests DROP CONSTRAINT full_disk');
  const { status, body } = await share();
  expect([status, await links()]).toEqual([201, before + 1]);
  expect((await share()).body).toEqual(body);
});

test('an answer is kept for a week, encrypted', async () => {
  const { owner, tenantId, ids } = household;
  const { pool } = on.database.admin();
  const share = async () =>
    (
      await owner.call({
        url: `/v1/vehicles/${ids['vehicleId']}/shares`,
        body: {},
        headers: { 'x-tenant-id': tenantId, 'idempotency-key': 'for a week' },
      })
    ).body;
  const age = (days: number) =>
    pool.query(`UPDATE app.idempotent_requests SET created_at = now() - interval '${days} days'`);
  const first = await share();
  const { rows } = await pool.query<{ answer: Buffer }>(
    'SELECT answer FROM app.idempotent_requests WHERE answer IS NOT NULL',
  );
  expect(rows.some(({ answer }) => answer.includes(first.token))).toBe(false);
  await age(6);
  expect(await share()).toEqual(first);
  await age(8);
  expect((await share()).token).not.toBe(first.token);
});

test('what a key stood for is forgotten after a week; what it made is not made twice', async () => {
  const { owner, tenantId } = household;
  const { pool } = on.database.admin();
  const aGarage = (key: string) =>
    owner.call({
      url: '/v1/garages',
      body: { name: key },
      headers: { 'x-tenant-id': tenantId, 'idempotency-key': key },
    });
  await pool.query('TRUNCATE app.idempotent_requests');
  const first = await aGarage('one');
  await pool.query(`UPDATE app.idempotent_requests SET created_at = now() - interval '8 days'`);
  expect((await aGarage('two')).status).toBe(201);
  const old = `SELECT id FROM app.idempotent_requests WHERE created_at < now() - interval '7 days'`;
  expect((await pool.query<{ id: string }>(old)).rows).toEqual([{ id: first.body.id }]);
  expect(await aGarage('one')).toMatchObject({ status: 200, body: { id: first.body.id } });
});
