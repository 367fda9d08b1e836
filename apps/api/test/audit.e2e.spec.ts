import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { codeOf } from './authenticator-app.js';
import { confirmAddress } from './confirm-address.js';
import { cookiesOf } from './cookies.js';
import { messagesTo } from './outbox.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let owner: Person;
let member: Person;
let tenantId: string;
beforeAll(async () => {
  on = await testApp();
  owner = await aPerson(on.app, 'Owner');
  member = await aPerson(on.app, 'Member');
  tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id;
  await on.database
    .admin()
    .pool.query(`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES ($1, $2, 'manager')`, [
      tenantId,
      member.userId,
    ]);
  await on.resources.cache.clear();
});
afterAll(() => on.close());

const password = 'correct horse battery';
const signIn = (email: string, word = password) =>
  ask(on.app, { url: '/auth/sign-in/email', body: { email, password: word } });
const trail = async (query = '') => (await owner.call({ url: `/v1/audit${query}` })).body;

test('a sign-up and a sign-in stand in the trail, and one that was refused', async () => {
  await signIn(owner.email, 'wrong password');
  const refused = () => trail('?action=person.sign-in-refused').then(({ items }) => items.length);
  await expect.poll(refused).toBe(1);
  await signIn(owner.email);
  const actor = { id: owner.userId, name: 'Owner' };
  const subject = { kind: 'person', id: owner.userId, name: 'Owner' };
  expect((await trail()).items).toMatchObject([
    { action: 'person.signed-in', actor, subject, detail: { by: 'password' } },
    { action: 'person.sign-in-refused', actor: null, subject, detail: { attempts: 1, by: 'password' } },
    { action: 'person.signed-up', actor, subject },
  ]);
});

test('refused sign-ins do not bury the rest: the first, the tenth, the hundredth of an hour', async () => {
  const kim = await aPerson(on.app, 'Kim');
  await Promise.all(Array.from({ length: 30 }, () => signIn(kim.email, 'wrong password')));
  const attempts = async () =>
    (await kim.call({ url: '/v1/audit?action=person.sign-in-refused' })).body.items
      .map(({ detail }: { detail: { attempts: number } }) => detail.attempts)
      // all at once: which of them is kept first is nobody's promise
      .toSorted();
  await expect.poll(attempts).toEqual([1, 10]);
});

test('a wrong code after the right password stands in it as a refused sign-in, without the code', async () => {
  const kim = await aPerson(on.app, 'Kim');
  await confirmAddress(on, kim);
  const post = (action: string, body: object, cookie: string) =>
    ask(on.app, { url: `/auth/two-factor/${action}`, body, headers: { cookie } });
  const { body } = await post('enable', { password }, kim.cookie);
  // while it is turned on nobody signs in
  await post('verify-totp', { code: '000000' }, kim.cookie);
  const verified = await post('verify-totp', { code: codeOf(body.totpURI) }, kim.cookie);
  const wrong = { 'verify-totp': '314159', 'verify-backup-code': 'not-a-backup-code' };
  for (const [action, code] of Object.entries(wrong)) {
    const proven = await signIn(kim.email);
    expect((await post(action, { code }, cookiesOf(proven))).status).toBe(401);
  }
  const { rows } = await on.database
    .admin()
    .pool.query(`SELECT detail FROM app.audit_entries WHERE subject_id = $1 AND actor_id IS NULL`, [
      kim.userId,
    ]);
  expect(verified.status).toBe(200);
  expect(rows).toEqual([{ detail: { attempts: 1, by: 'second-factor' } }]);
});

test('another address stands in it, without the address', async () => {
  const kim = await aPerson(on.app, 'Kim');
  const newEmail = `new-${kim.email}`;
  const headers = { cookie: kim.cookie };
  await ask(on.app, { url: '/auth/change-email', body: { newEmail, password }, headers });
  await expect.poll(async () => (await messagesTo(on, newEmail)).length).toBe(1);
  const [{ text } = { text: '' }] = await messagesTo(on, newEmail);
  const code = /verify-email\?token=(\S+)/.exec(text)?.[1];
  expect((await ask(on.app, { url: `/auth/verify-email?token=${code}`, headers })).status).toBe(200);
  const { items } = (await kim.call({ url: '/v1/audit?action=person.email-changed' })).body;
  expect(items).toMatchObject([{ actor: { id: kim.userId }, subject: { id: kim.userId }, detail: {} }]);
  // whose session goes on has not signed in
  expect((await kim.call({ url: '/v1/audit?action=person.signed-in' })).body.items).toEqual([]);
});

test('what is taken away as a file stands in it, and is refused to whoever may not', async () => {
  const { id } = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } })).body;
  const fleet = { url: '/v1/fleet/exports', body: { vehicleIds: [id] } };
  const chart = { url: `/v1/vehicles/${id}/chart-exports`, body: { chart: 'costs', format: 'csv' } };
  expect((await owner.call(fleet)).status).toBe(204);
  expect((await owner.call(chart)).status).toBe(204);

  const lee = await aPerson(on.app, 'Lee');
  await addToTenant(on, owner, lee, { role: 'viewer' });
  const headers = { 'x-tenant-id': tenantId };
  expect((await lee.call({ ...fleet, headers })).status).toBe(403);
  expect((await lee.call({ ...chart, headers })).status).toBe(403);
  expect((await lee.call(fleet)).status).toBe(404);

  expect((await trail('?action=export.made')).items).toMatchObject([
    { subject: { id, name: 'Cuore' }, detail: { kind: 'chart', chart: 'costs', format: 'csv' } },
    { subject: null, detail: { kind: 'fleet', vehicles: 1 } },
  ]);
});

test('a member who signs in and out is seen by the owners of every tenant that they belong to', async () => {
  const { headers } = await signIn(member.email);
  const cookie = String([headers['set-cookie']].flat()[0]).split(';', 1)[0] ?? '';
  await ask(on.app, { url: '/auth/sign-out', body: {}, headers: { cookie } });
  const seen = (await trail(`?actorId=${member.userId}`)).items;
  const actions = seen.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(['person.signed-out', 'person.signed-in']);
  const own = (await member.call({ url: '/v1/audit' })).body.items;
  expect(own.map(({ action }: { action: string }) => action)).toEqual([
    'person.signed-out',
    'person.signed-in',
    'person.signed-up',
  ]);
});

test('pages follow each other without a gap, and actions can be picked', async () => {
  const all = (await trail()).items;
  const first = await trail('?limit=1');
  const rest = await trail(`?cursor=${first.nextCursor}`);
  expect([...first.items, ...rest.items]).toEqual(all);
  const picked = (await trail('?action=person.signed-up')).items;
  expect(picked).toEqual(all.filter(({ action }: { action: string }) => action === 'person.signed-up'));
  expect((await owner.call({ url: '/v1/audit?action=nonsense' })).status).toBe(422);
});

test('roles in garages and assignments to vehicles stand in it, with what each is called', async () => {
  const garage = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body;
  const vehicle = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Sprinter' } })).body;
  const { userId } = member;
  for (const role of ['viewer', 'driver', 'driver'])
    await owner.call({ url: `/v1/garages/${garage.id}/members`, body: { userId, role } });
  await owner.call({ url: `/v1/vehicles/${vehicle.id}/drivers`, body: { userId } });
  await owner.call({ method: 'DELETE', url: `/v1/vehicles/${vehicle.id}/drivers/${userId}` });
  await owner.call({ method: 'DELETE', url: `/v1/garages/${garage.id}/members/${userId}` });

  const subject = { kind: 'person', id: userId, name: 'Member' };
  const north = { kind: 'garage', id: garage.id, name: 'North' };
  const sprinter = { kind: 'vehicle', id: vehicle.id, name: 'Sprinter' };
  expect((await trail('?limit=5')).items).toMatchObject([
    { action: 'garage-role.taken', subject, place: north, detail: { role: 'driver' } },
    { action: 'driver.unassigned', subject, place: sprinter },
    { action: 'driver.assigned', subject, place: sprinter },
    { action: 'garage-role.given', subject, place: north, detail: { role: 'driver', from: 'viewer' } },
    { action: 'garage-role.given', subject, place: north, detail: { role: 'viewer' } },
  ]);
});

test('whoever was removed is still called by name, and whoever deleted their account is not', async () => {
  const kim = await aPerson(on.app, 'Kim');
  await addToTenant(on, owner, kim, { role: 'driver' });
  await owner.call({ method: 'DELETE', url: `/v1/tenants/${tenantId}/members/${kim.userId}` });
  const removal = async () => (await trail('?action=member.removed')).items[0].subject;
  expect(await removal()).toEqual({ kind: 'person', id: kim.userId, name: 'Kim' });

  const { cookie } = kim;
  await ask(on.app, {
    url: '/auth/delete-user',
    body: { password },
    headers: { cookie },
  });
  expect(await removal()).toEqual({ kind: 'person', id: kim.userId, name: null });
});

test('only owners read it', async () => {
  const headers = { 'x-tenant-id': tenantId };
  expect((await member.call({ url: '/v1/audit', headers })).status).toBe(403);
});
