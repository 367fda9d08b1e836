import { daysAfter, localDateOf } from '@odolog/vehicle';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { foldAll } from '@odolog/testing';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
let vehicle: string;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
  const body = { nickname: 'Cuore', timeZone: 'Europe/Berlin' };
  vehicle = `/v1/vehicles/${(await robin.call({ url: '/v1/vehicles', body })).body.id}`;
});
afterAll(() => on.close());
afterEach(() => vi.useRealTimers());

const today = localDateOf(new Date().toISOString(), 'Europe/Berlin');
const dayMs = 86_400_000;

/** Sends a request under a key, and once more two days later, as a phone does that was offline in between. */
async function twice(key: string, url: string, body: object) {
  const send = (token: string) =>
    ask(on.app, { url, body, headers: { authorization: `Bearer ${token}`, 'idempotency-key': key } });
  const first = await send(robin.token);
  await foldAll(on.database.as('odolog_worker'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * dayMs });
  const { token } = (await ask(on.app, { url: '/auth/token', headers: { cookie: robin.cookie } })).body;
  return { first, again: await send(token) };
}

async function aReminder(about: object = {}): Promise<string> {
  const { body } = await robin.call({
    url: `${vehicle}/reminders`,
    body: { title: 'Wash it', dueDate: today, ...about },
  });
  await foldAll(on.database.as('odolog_worker'));
  return body.id;
}

test('a reminder that is set, again two days later', async () => {
  const { first, again } = await twice('set', `${vehicle}/reminders`, { title: 'Tax', dueDate: today });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toMatchObject({ id: first.body.id, setOn: today, event: first.body.event });
});

const oil = { serviceKind: 'engine-oil', every: { months: 12 } };

test.each([
  ['done', 'complete', {}, {}],
  ['done with work, which recurs', 'complete', {}, oil],
  ['put off by days', 'snooze', { days: 7 }, {}],
  ['dismissed', 'dismiss', {}, {}],
])('a reminder that is %s, again two days later, is as the first time', async (_said, step, body, about) => {
  const id = await aReminder(about);
  const { first, again } = await twice(`${step} ${id}`, `/v1/reminders/${id}/${step}`, body);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body.event).toEqual(first.body.event);
  expect(again.body.event.date).toBe(today);
});

test('one that was put off, again when it has been done since, is put off no more', async () => {
  const id = await aReminder(oil);
  const snooze = () =>
    robin.call({
      url: `/v1/reminders/${id}/snooze`,
      body: { until: daysAfter(today, 7) },
      headers: { 'idempotency-key': `snooze ${id}` },
    });
  const first = await snooze();
  await foldAll(on.database.as('odolog_worker'));
  await robin.call({ url: `/v1/reminders/${id}/complete`, body: {} });
  await foldAll(on.database.as('odolog_worker'));
  const again = await snooze();
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toMatchObject({ cycle: 2, event: first.body.event });
});

test('another request under the key of the first is refused', async () => {
  const id = await aReminder();
  const key = { 'idempotency-key': `other ${id}` };
  const url = `/v1/reminders/${id}/snooze`;
  await robin.call({ url, body: { days: 7 }, headers: key });
  expect(await robin.call({ url, body: { days: 8 }, headers: key })).toMatchObject({
    status: 409,
    body: { code: 'idempotency-key-reused' },
  });
});
