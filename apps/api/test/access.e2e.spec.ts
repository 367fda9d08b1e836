import { actions, type GarageRole, type TenantRole } from '@odolog/access';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicPath } from '../src/http/openapi.js';
import { routes } from '../src/routes.js';
import { addToTenant } from './add-to-tenant.js';
import { aPerson, testApp, type Person, type TestApp } from './test-app.js';

const note = { type: 'note', date: '2026-01-01', data: { text: 'Seen' } };

/** What the server answers besides the routes that declare who may call them: the documentation, to everyone, and that nothing is there. */
const documentation = [
  '/docs',
  '/docs/',
  '/docs/*',
  '/docs/LICENSE',
  '/docs/docs/*',
  '/docs/docs/swagger-ui-init.js',
  '/docs/index.html',
  '/docs/swagger-ui-init.js',
  '/openapi.json',
].map((path) => `GET /api${path}`);
const nothingThere = ['DELETE', 'GET', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'QUERY', 'TRACE'].flatMap(
  (method) => [`${method} /api`, `${method} /api/*`],
);

/** Every address that the router answers, as `GET /api/v1/vehicles/{vehicleId}`. */
const mounted = new Set<string>();
const collect = (message: unknown): void => {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook('onRoute', ({ method, url }) => {
    const path = publicPath({ path: url.replace(/^\/api/, '') });
    for (const one of [method].flat()) if (one !== 'HEAD') mounted.add(`${one} ${path}`);
  });
};

let on: TestApp;
let owner: Person;
let garageId: string;
/** One vehicle in the garage, one in none. */
let van: string;
let bike: string;
beforeAll(async () => {
  subscribe('fastify.initialization', collect);
  on = await testApp();
  unsubscribe('fastify.initialization', collect);
  owner = await aPerson(on.app, 'Owner');
  garageId = (await owner.call({ url: '/v1/garages', body: { name: 'North' } })).body.id;
  van = await addVehicle({ nickname: 'Van', garageId });
  bike = await addVehicle({ nickname: 'Bike' });
});
afterAll(() => on.close());

async function addVehicle(body: object): Promise<string> {
  const { id } = (await owner.call({ url: '/v1/vehicles', body })).body;
  await owner.call({ url: `/v1/vehicles/${id}/events`, body: note });
  return id as string;
}

/** Someone with this standing in the owner's tenant, calling there. */
async function aMember(
  role: TenantRole,
  more: { garageRole?: GarageRole; drives?: readonly string[] } = {},
): Promise<Person> {
  const person = await aPerson(on.app, role);
  const tenantId = await addToTenant(on, owner, person, { role, garageId, ...more });
  return {
    ...person,
    call: ({ headers, ...rest }) =>
      person.call({ ...rest, headers: { 'x-tenant-id': tenantId, ...headers } }),
  };
}

async function namesOf(person: Person): Promise<string[]> {
  const { body } = await person.call({ url: '/v1/vehicles' });
  return body.items.map(({ nickname }: { nickname: string }) => nickname).toSorted();
}

describe('a route', () => {
  test('declares who may call it', () => {
    const known = ['public', 'person', ...actions];
    expect(routes.filter(({ access }) => !known.includes(access))).toEqual([]);
  });

  test('that is mounted is declared', () => {
    const declared = new Set(routes.map((route) => `${route.method} ${publicPath(route)}`));
    expect([...mounted].filter((route) => !declared.has(route)).toSorted()).toEqual(
      [...documentation, ...nothingThere].toSorted(),
    );
    expect(mounted.size).toBeGreaterThan(100);
  });

  test.each(nothingThere)('that is none answers so, to whatever method: %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const url = path.replace('*', '/v1/vehicles/of-nobody/at-all');
    // of all methods QUERY alone must say something
    const payload = method === 'QUERY' && { payload: {} };
    const answer = await on.app.inject({ method: method as 'GET', url, ...payload });
    expect(answer.statusCode).toBe(404);
  });

  test('that narrows by itself is one of these', () => {
    const narrowing = routes.filter(({ narrows }) => narrows).map(({ operation }) => operation);
    expect(narrowing.toSorted()).toEqual([
      'acceptTransfer',
      'createVehicle',
      'getFeed',
      'getFleet',
      'getGlance',
      'getTenantTimeline',
      'listGarages',
      'listImports',
      'listReminders',
      'listVehicles',
      'recordFleetExport',
      'streamFeed',
      'uploadFile',
      'uploadImport',
    ]);
  });
});

describe('lists show a person what they may see:', () => {
  test.each<[string, TenantRole, { garageRole?: GarageRole; drives?: 'bike' }, string[]]>([
    ['a manager everything', 'manager', {}, ['Bike', 'Van']],
    ['a viewer everything', 'viewer', {}, ['Bike', 'Van']],
    ['a driver nothing at first', 'driver', {}, []],
    ['a driver what is assigned', 'driver', { drives: 'bike' }, ['Bike']],
    ['a driver of the garage what stands there', 'driver', { garageRole: 'driver' }, ['Van']],
    ['a driver of both, both', 'driver', { garageRole: 'viewer', drives: 'bike' }, ['Bike', 'Van']],
  ])('%s', async (_who, role, { garageRole, drives }, expected) => {
    const member = await aMember(role, {
      ...(garageRole && { garageRole }),
      ...(drives && { drives: [bike] }),
    });
    expect(await namesOf(member)).toEqual(expected);
    const seen = expected.map((name) => (name === 'Van' ? van : bike)).toSorted();
    for (const url of ['/v1/timeline', '/v1/feed']) {
      const { body } = await member.call({ url });
      const of = body.items.map(({ vehicleId }: { vehicleId: string }) => vehicleId).toSorted();
      expect({ url, of }).toEqual({ url, of: seen });
    }
  });

  test('page by page, without gaps', async () => {
    const member = await aMember('driver', { drives: [bike, van] });
    const first = await member.call({ url: '/v1/vehicles?limit=1' });
    const second = await member.call({ url: `/v1/vehicles?limit=1&cursor=${first.body.nextCursor}` });
    expect([first, second].map(({ body }) => body.items.length)).toEqual([1, 1]);
    expect(second.body.nextCursor).toBeNull();
  });
});

describe('a driver', () => {
  test('logs for the vehicles assigned, and does not find the others', async () => {
    const driver = await aMember('driver', { drives: [bike] });
    const log = (id: string) => driver.call({ url: `/v1/vehicles/${id}/events`, body: note });
    expect((await log(bike)).status).toBe(201);
    expect(await log(van)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await driver.call({ url: `/v1/vehicles/${van}` })).status).toBe(404);
  });

  test('sees and may not change, delete or import into the vehicle', async () => {
    const driver = await aMember('driver', { drives: [bike] });
    const url = `/v1/vehicles/${bike}`;
    for (const request of [
      { method: 'DELETE', url },
      { method: 'PATCH', url, body: { nickname: 'Mine now' } },
      { method: 'POST', url: '/v1/vehicles', body: { nickname: 'Another' } },
      { method: 'POST', url: '/v1/garages', body: { name: 'Another' } },
    ] as const) {
      expect(await driver.call(request)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });
});

test("a driver does not reach another vehicle's event through the address of their own", async () => {
  const driver = await aMember('driver', { drives: [bike] });
  const event = await owner.call({ url: `/v1/vehicles/${van}/events`, body: note });
  const url = `/v1/vehicles/${bike}/events/${event.body.event.id}`;
  const reason = 'Not mine';
  for (const request of [
    { url },
    { url: `${url}/history` },
    { url: `${url}/corrections`, body: { reason, event: note } },
    { url: `${url}/retractions`, body: { reason } },
  ])
    expect(await driver.call(request)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test("a garage's manager adds vehicles there, and cannot take them elsewhere", async () => {
  const manager = await aMember('driver', { garageRole: 'manager' });
  const add = (body: object) => manager.call({ url: '/v1/vehicles', body });
  const added = await add({ nickname: 'Second van', garageId });
  expect(added.status).toBe(201);
  expect((await add({ nickname: 'Nowhere' })).status).toBe(403);
  const foreign = (await owner.call({ url: '/v1/garages', body: { name: 'South' } })).body.id;
  expect((await add({ nickname: 'There', garageId: foreign })).status).toBe(422);
  const move = (to: string | null) =>
    manager.call({ method: 'PATCH', url: `/v1/vehicles/${added.body.id}`, body: { garageId: to } });
  expect((await move(null)).status).toBe(403);
  expect((await move(foreign)).status).toBe(422);
  expect((await manager.call({ method: 'DELETE', url: `/v1/vehicles/${added.body.id}` })).status).toBe(204);
});

test('whoever asks for a vehicle again that was moved away meanwhile is told nothing of it', async () => {
  const manager = await aMember('driver', { garageRole: 'manager' });
  const request = { url: '/v1/vehicles', body: { id: randomUUID(), nickname: 'Moved', garageId } };
  expect((await manager.call(request)).status).toBe(201);
  expect((await manager.call(request)).status).toBe(200);
  const change = { garageId: null, licensePlate: 'SECRET-1' };
  await owner.call({ method: 'PATCH', url: `/v1/vehicles/${request.body.id}`, body: change });
  expect(await manager.call(request)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test("a garage's manager does not delete it from under an offer that is not theirs to take back", async () => {
  const manager = await aMember('driver', { garageRole: 'manager' });
  const offer = { email: 'kim@example.org', role: 'manager', garageId, garageRole: 'manager' };
  const tenantId = (await owner.call({ url: '/v1/me' })).body.tenant.id;
  const invited = await owner.call({ url: `/v1/tenants/${tenantId}/invitations`, body: offer });
  expect((await manager.call({ method: 'DELETE', url: `/v1/garages/${garageId}` })).status).toBe(403);
  const { items } = (await owner.call({ url: `/v1/tenants/${tenantId}/invitations` })).body;
  expect(items).toMatchObject([{ id: invited.body.id, status: 'pending' }]);
});

test('a vehicle that moves to another garage is gone at once for those of the first', async () => {
  const driver = await aMember('driver', { garageRole: 'driver' });
  const moving = await addVehicle({ nickname: 'Moving', garageId });
  expect((await driver.call({ url: `/v1/vehicles/${moving}` })).status).toBe(200);
  await owner.call({ method: 'PATCH', url: `/v1/vehicles/${moving}`, body: { garageId: null } });
  expect((await driver.call({ url: `/v1/vehicles/${moving}` })).status).toBe(404);
  expect((await driver.call({ url: `/v1/vehicles/${moving}/events`, body: note })).status).toBe(404);
});

test('a maintainer sees no user data', async () => {
  const maintainer = await aMember('maintainer', { garageRole: 'manager', drives: [bike] });
  for (const url of ['/v1/vehicles', '/v1/timeline', '/v1/feed', '/v1/garages', '/v1/imports'])
    expect({ url, status: (await maintainer.call({ url })).status }).toEqual({ url, status: 403 });
  expect((await maintainer.call({ url: `/v1/vehicles/${bike}` })).status).toBe(404);
});
