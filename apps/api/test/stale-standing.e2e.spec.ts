import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTenant } from './add-to-tenant.js';
import { aPerson, ask, testApp, type Ask, type Person, type TestApp } from './test-app.js';

/** Two processes on one database, without a Redis: neither hears what the other has changed. */
let one: TestApp;
let two: TestApp;
beforeAll(async () => {
  one = await testApp();
  const { apiDatabaseUrl, authDatabaseUrl } = one.resources.config;
  two = await testApp({ apiDatabaseUrl, authDatabaseUrl });
});
afterAll(async () => {
  await two.close();
  await one.close();
});

let owner: Person;
let manager: Person;
let tenantId: string;
let garageId: string;
let vehicleId: string;
beforeEach(async () => {
  owner = await aPerson(one.app, 'Olga');
  manager = await aPerson(one.app, 'Max');
  garageId = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  vehicleId = (await owner.call({ url: '/v1/vehicles', body: { nickname: 'Van' } })).body.id;
});

const atTheOther = (request: Ask) => {
  const headers = { authorization: `Bearer ${manager.token}`, 'x-tenant-id': tenantId };
  return ask(two.app, { ...request, headers });
};

/** The other process has seen them as what they were, and goes on to believe it for a moment. */
async function demoted(to: 'driver' | 'viewer'): Promise<void> {
  expect((await atTheOther({ url: '/v1/me' })).status).toBe(200);
  const url = `/v1/tenants/${tenantId}/members/${manager.userId}`;
  expect((await owner.call({ method: 'PATCH', url, body: { role: to } })).status).toBe(200);
  expect((await atTheOther({ url: '/v1/me' })).body.tenant.role).toBe('manager');
}

const rights: Readonly<Record<string, () => Ask>> = {
  'a role in a garage': () => ({
    url: `/v1/garages/${garageId}/members`,
    body: { userId: manager.userId, role: 'manager' },
  }),
  'a vehicle to drive': () => ({
    url: `/v1/vehicles/${vehicleId}/drivers`,
    body: { userId: manager.userId },
  }),
};

test.each(Object.keys(rights))(
  'whoever was demoted gives themselves %s at no process that has not heard of it',
  async (right) => {
    tenantId = await addToTenant(one, owner, manager, { role: 'manager' });
    await demoted('viewer');
    expect((await atTheOther(rights[right]!())).status).toBe(403);
    const { items } = (await owner.call({ url: `/v1/tenants/${tenantId}/members` })).body;
    expect(items.find(({ id }: { id: string }) => id === manager.userId)).toMatchObject({
      role: 'viewer',
      garages: [],
      vehicles: [],
    });
  },
);

test('nor do they move a vehicle into the garage that is still theirs', async () => {
  tenantId = await addToTenant(one, owner, manager, { role: 'manager', garageId, garageRole: 'manager' });
  await demoted('driver');
  const moved = await atTheOther({ method: 'PATCH', url: `/v1/vehicles/${vehicleId}`, body: { garageId } });
  expect(moved.status).toBe(404);
  expect((await owner.call({ url: `/v1/vehicles/${vehicleId}` })).body.garageId).toBeNull();
});

const takings: Readonly<Record<string, () => Ask>> = {
  'takes a role in a garage': () => ({
    method: 'DELETE',
    url: `/v1/garages/${garageId}/members/${owner.userId}`,
  }),
  'takes a vehicle from its driver': () => ({
    method: 'DELETE',
    url: `/v1/vehicles/${vehicleId}/drivers/${owner.userId}`,
  }),
  'names a garage': () => ({ method: 'PATCH', url: `/v1/garages/${garageId}`, body: { name: 'South' } }),
  'deletes a garage': () => ({ method: 'DELETE', url: `/v1/garages/${garageId}` }),
};

test.each(Object.keys(takings))('nor is it whoever was demoted who %s', async (taking) => {
  tenantId = await addToTenant(one, owner, manager, { role: 'manager' });
  const body = { userId: owner.userId };
  await owner.call({ url: `/v1/garages/${garageId}/members`, body: { ...body, role: 'viewer' } });
  await owner.call({ url: `/v1/vehicles/${vehicleId}/drivers`, body });
  await demoted('viewer');
  expect((await atTheOther(takings[taking]!())).status).toBe(403);
  expect((await owner.call({ url: '/v1/garages' })).body.items).toMatchObject([{ name: 'North' }]);
});

describe('whoever was removed, at a process that has not heard of it,', () => {
  beforeEach(async () => {
    tenantId = await addToTenant(one, owner, manager, { role: 'manager' });
    expect((await atTheOther({ url: '/v1/garages' })).status).toBe(200);
    const url = `/v1/tenants/${tenantId}/members/${manager.userId}`;
    expect((await owner.call({ method: 'DELETE', url })).status).toBe(204);
    // it goes on with what it believes
    expect((await atTheOther({ url: '/v1/garages' })).status).toBe(200);
  });

  test('makes no key', async () => {
    const asked = { url: '/v1/api-keys', body: { name: 'Program', scopes: ['read'] } };
    expect(await atTheOther(asked)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test.each(['/v1/me', '/v1/vehicles'])('is told so by what is in their words: %s', async (url) => {
    expect(await atTheOther({ url })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});
