import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../src/routes.js';
import { publicPath } from '../src/http/openapi.js';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let owner: Person;
let stranger: Person;
let ids: Record<string, string>;
beforeAll(async () => {
  on = await testApp();
  owner = await aPerson(on.app, 'Owner');
  stranger = await aPerson(on.app, 'Stranger');
  const vehicle = await owner.call({ url: '/v1/vehicles', body: { nickname: 'Mine' } });
  const vehicleId = vehicle.body.id as string;
  const note = { type: 'note', date: '2026-01-01', data: { text: 'Mine' } };
  const event = await owner.call({ url: `/v1/vehicles/${vehicleId}/events`, body: note });
  const importId = randomUUID();
  await sql`INSERT INTO app.imports (tenant_id, id, vehicle_id, format, file_name, answer, created_by)
    SELECT tenant_id, ${importId}, id, 'fuelly-fuel', 'a.csv', '{}', ${owner.userId} FROM app.vehicles WHERE id = ${vehicleId}`.execute(
    on.database.admin().kysely,
  );
  ids = { vehicleId, eventId: event.body.event.id, importId };
});
afterAll(() => on.close());

const guarded = routes.filter(({ access }) => access !== 'public');
const ofOneThing = guarded.filter(({ params }) =>
  Object.keys(params.properties).some((name) => name !== 'type'),
);
const addressOf = (route: (typeof routes)[number]) =>
  publicPath(route)
    .replace(/^\/api/, '')
    .replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'fuel');
const named = (of: typeof routes) =>
  of.map((route) => [`${route.method} ${publicPath(route)}`, route] as const);

describe('another tenant gets 404 for what is there:', () => {
  test.each(named(ofOneThing))('%s', async (_name, route) => {
    const body = route.consumes === 'json' ? { body: {} } : {};
    const answer = await stranger.call({ method: route.method, url: addressOf(route), ...body });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('nobody gets in without a token:', () => {
  test.each(named(guarded))('%s', async (_name, route) => {
    expect((await ask(on.app, { method: route.method, url: addressOf(route) })).status).toBe(401);
  });
});

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
