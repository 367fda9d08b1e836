import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { aPerson, testApp, type Ask, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let owner: Person;
let stranger: Person;
beforeAll(async () => {
  on = await testApp();
  owner = await aPerson(on.app, 'Owner');
  stranger = await aPerson(on.app, 'Stranger');
  await owner.call({ url: '/v1/vehicles', body: { nickname: 'Mine' } });
});
afterAll(() => on.close());

test('lists of another tenant are empty', async () => {
  for (const url of ['/v1/vehicles', '/v1/timeline', '/v1/feed', '/v1/imports', '/v1/garages']) {
    const { items } = (await stranger.call({ url })).body;
    expect({ url, items }).toEqual({ url, items: [] });
  }
});

test('X-Tenant-Id opens the tenants of which one is a member, and no other', async () => {
  const { tenant } = (await owner.call({ url: '/v1/me' })).body;
  const headers = { 'x-tenant-id': tenant.id };
  expect((await stranger.call({ url: '/v1/vehicles', headers })).status).toBe(404);
  await sql`INSERT INTO app.memberships (tenant_id, user_id, role) VALUES (${tenant.id}, ${stranger.userId}, 'viewer')`.execute(
    on.database.admin().kysely,
  );
  await on.resources.cache.clear();
  expect((await stranger.call({ url: '/v1/vehicles', headers })).body.items).toHaveLength(1);
  const tenants = (await stranger.call({ url: '/v1/tenants' })).body.items;
  expect(tenants.map(({ role }: { role: string }) => role)).toEqual(['owner', 'viewer']);
  const write = await stranger.call({ url: '/v1/vehicles', headers, body: { nickname: 'Not mine' } });
  expect(write).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

test.each([
  ['leave', ({ self }: { self: Person }, url: string) => self.call({ url: `${url}/leave`, body: {} })],
  [
    'are removed from',
    ({ self, other }: { self: Person; other: Person }, url: string) =>
      other.call({ method: 'DELETE', url: `${url}/members/${self.userId}` }),
  ],
] as const)('those who %s the last tenant that they had have one of their own again', async (_, goes) => {
  const [self, other] = [await aPerson(on.app, 'Sol'), await aPerson(on.app, 'Ossi')];
  const shared = await addToTenant(on, self, other, { role: 'owner' });
  const url = `/v1/tenants/${shared}`;
  const headers = { 'x-tenant-id': shared };
  const inShared = { ...other, call: (request: Ask) => other.call({ ...request, headers }) };
  await self.call({ url: `${url}/transfer`, body: { userId: other.userId } });
  expect((await goes({ self, other: inShared }, url)).status).toBe(204);
  const { tenant, tenants } = (await self.call({ url: '/v1/me' })).body;
  expect(tenant).toMatchObject({ name: 'Sol', kind: 'personal', role: 'owner' });
  expect(tenant.id).not.toBe(shared);
  expect(tenants).toHaveLength(1);
  const again = { 'x-tenant-id': tenant.id };
  const vehicle = { url: '/v1/vehicles', body: { nickname: 'Anew' }, headers: again };
  expect((await self.call(vehicle)).status).toBe(201);
});

test('as the role of the API, without a tenant, there is no row', async () => {
  const api = on.database.as('odolog_api').pool;
  for (const table of [
    'vehicles',
    'vehicle_events',
    'profiles',
    'tenants',
    'memberships',
    'imports',
    'idempotent_requests',
  ]) {
    const { rowCount } = await api.query(`SELECT FROM app.${table}`);
    expect({ table, rowCount }).toEqual({ table, rowCount: 0 });
  }
});
