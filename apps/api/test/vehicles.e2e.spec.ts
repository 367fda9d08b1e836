import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll } from '@odolog/testing';
import { aPerson, ask, testApp, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
});
afterAll(() => on.close());

const vin = '1HGCM82633A004352';

test('a nickname is enough; units, currency and zone come from the profile', async () => {
  await robin.call({
    method: 'PATCH',
    url: '/v1/me/preferences',
    body: { timeZone: 'Europe/Berlin', distanceUnit: 'mi', volumeUnit: 'gal-uk', currency: 'GBP' },
  });
  const { status, body, headers } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Polo' } });
  expect(status).toBe(201);
  expect(headers['location']).toBe(`/api/v1/vehicles/${body.id}`);
  expect(headers['etag']).toBe('"0.0"');
  expect(body).toEqual({
    id: expect.any(String),
    nickname: 'Polo',
    make: null,
    model: null,
    year: null,
    trim: null,
    engine: null,
    batteryWh: null,
    color: null,
    vin: null,
    licensePlate: null,
    garageId: null,
    imageId: null,
    kind: 'car',
    timeZone: 'Europe/Berlin',
    currency: 'GBP',
    distanceUnit: 'mi',
    volumeUnit: 'gal-uk',
    energies: [],
    version: 0,
    revision: 0,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
    deletedAt: null,
    handedOverAt: null,
    warnings: [],
  });
});

test('make and model name a vehicle too; nothing does not', async () => {
  const named = await robin.call({ url: '/v1/vehicles', body: { make: 'Suzuki', model: 'V-Strom' } });
  expect(named.body.nickname).toBe('Suzuki V-Strom');
  const nameless = await robin.call({ url: '/v1/vehicles', body: { year: 2019 } });
  expect(nameless).toMatchObject({
    status: 422,
    body: { code: 'validation-failed', errors: [{ pointer: '/nickname' }] },
  });
});

test('the same Idempotency-Key makes one vehicle, and is refused for another', async () => {
  const create = (nickname: string) =>
    robin.call({ url: '/v1/vehicles', body: { nickname }, headers: { 'idempotency-key': 'once' } });
  const first = await create('Once');
  const second = await create('Once');
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.id).toBe(first.body.id);
  expect(await create('Twice')).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
});

test('in whatever order the members of a body stand', async () => {
  const create = (body: object) =>
    robin.call({ url: '/v1/vehicles', body, headers: { 'idempotency-key': 'in another order' } });
  const first = await create({ nickname: 'Once', year: 2001 });
  const second = await create({ year: 2001, nickname: 'Once' });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.id).toBe(first.body.id);
});

describe('a VIN', () => {
  test('is unique among live vehicles, and free again once its vehicle is deleted', async () => {
    const first = await robin.call({
      url: '/v1/vehicles',
      body: { nickname: 'Accord', vin: vin.toLowerCase() },
    });
    expect(first.body.vin).toBe(vin);
    const again = { url: '/v1/vehicles', body: { nickname: 'Other', vin } };
    expect(await robin.call(again)).toMatchObject({ status: 409, body: { code: 'vin-taken' } });
    await robin.call({ method: 'DELETE', url: `/v1/vehicles/${first.body.id}` });
    expect((await robin.call(again)).status).toBe(201);
    const restored = await robin.call({ method: 'POST', url: `/v1/vehicles/${first.body.id}/restore` });
    expect(restored).toMatchObject({ status: 409, body: { code: 'vin-taken' } });
  });

  test('may stand in two tenants', async () => {
    const kim = await aPerson(on.app);
    const body = { nickname: 'Same car', vin: '1N4AL2AP9CC248968' };
    expect((await robin.call({ url: '/v1/vehicles', body })).status).toBe(201);
    expect((await kim.call({ url: '/v1/vehicles', body })).status).toBe(201);
  });

  test('with a wrong check digit warns, with a wrong alphabet is refused', async () => {
    const european = await robin.call({
      url: '/v1/vehicles',
      body: { nickname: 'Golf', vin: 'WVWZZZ1JZ3W386752' },
    });
    expect(european.status).toBe(201);
    expect(european.body.warnings).toHaveLength(1);
    const wrong = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Wrong', vin: 'OOOO' } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'vin-invalid' } });
    expect(JSON.stringify(wrong.body)).not.toContain('OOOO');
  });
});

test('a deleted vehicle is hidden everywhere until it is restored', async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Gone' } });
  const url = `/v1/vehicles/${body.id}`;
  expect((await robin.call({ method: 'DELETE', url })).status).toBe(204);
  expect((await robin.call({ url })).status).toBe(404);
  expect((await robin.call({ url: `${url}/timeline` })).status).toBe(404);
  const note = { type: 'note', date: '2026-01-01', data: { text: 'Still there?' } };
  expect((await robin.call({ url: `${url}/events`, body: note })).status).toBe(404);
  for (const about of ['shares', 'transfers', 'drivers', 'tariffs', 'reminders', 'verification', 'months'])
    expect([about, (await robin.call({ url: `${url}/${about}` })).status]).toEqual([about, 404]);
  for (const about of ['shares', 'exports'])
    expect([about, (await robin.call({ url: `${url}/${about}`, body: {} })).status]).toEqual([about, 404]);
  const listed = await robin.call({ url: '/v1/vehicles?limit=200' });
  expect(listed.body.items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
  expect((await robin.call({ method: 'POST', url: `${url}/restore` })).status).toBe(200);
  expect((await robin.call({ url: `${url}/events`, body: note })).status).toBe(201);
});

test('what is said about a vehicle can be changed by who knows its version', async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Old name' } });
  const url = `/v1/vehicles/${body.id}`;
  const change = (nickname: string, version: string) =>
    robin.call({ method: 'PATCH', url, body: { nickname }, headers: { 'if-match': version } });
  expect(await change('New name', '"7"')).toMatchObject({
    status: 412,
    body: { code: 'version-conflict', currentVersion: 0 },
  });
  expect(await change('New name', '"0"')).toMatchObject({ status: 200, body: { nickname: 'New name' } });
  const note = { type: 'note', date: '2026-01-01', data: { text: 'Meanwhile' } };
  expect((await robin.call({ url: `${url}/events`, body: note })).status).toBe(201);
  expect(await change('Late', '"0"')).toMatchObject({ status: 412, body: { currentVersion: 1 } });
  // the version counts events alone: of other changes of the vehicle its ETag knows
  expect(await change('Newer name', '"1"')).toMatchObject({ status: 200, body: { nickname: 'Newer name' } });
  expect(await change('Newest name', '"1"')).toMatchObject({ status: 200 });
});

test('by its ETag neither an event nor another change of the vehicle is overwritten', async () => {
  const made = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Old name' } });
  const url = `/v1/vehicles/${made.body.id}`;
  const change = (nickname: string, etag: unknown) =>
    robin.call({ method: 'PATCH', url, body: { nickname }, headers: { 'if-match': String(etag) } });
  const first = await change('Mine', made.headers['etag']);
  expect(first).toMatchObject({ status: 200, headers: { etag: '"0.1"' } });
  expect(await change('Theirs', made.headers['etag'])).toMatchObject({
    status: 412,
    body: { code: 'version-conflict', currentVersion: 0, currentRevision: 1 },
  });
  const note = { type: 'note', date: '2026-01-01', data: { text: 'Seen' } };
  const headers = { 'if-match': String(first.headers['etag']) };
  expect((await robin.call({ url: `${url}/events`, body: note, headers })).status).toBe(201);
  expect((await change('Late', first.headers['etag'])).status).toBe(412);
  const read = await robin.call({ url });
  expect(read).toMatchObject({ headers: { etag: '"1.1"' }, body: { nickname: 'Mine', revision: 1 } });
  expect((await change('Right', read.headers['etag'])).status).toBe(200);
});

test('of two who change what they know the same way at the same moment, one does', async () => {
  const made = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Old name' } });
  const answers = await Promise.all(
    ['A', 'B', 'C'].map((nickname) =>
      robin.call({
        method: 'PATCH',
        url: `/v1/vehicles/${made.body.id}`,
        body: { nickname },
        headers: { 'if-match': String(made.headers['etag']) },
      }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
});

test('a change under a key is made once, however late it is repeated', async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'First' } });
  const url = `/v1/vehicles/${body.id}`;
  const keyed = (method: 'PATCH' | 'DELETE', key: string, nickname?: string) =>
    robin.call({ method, url, ...(nickname && { body: { nickname } }), headers: { 'idempotency-key': key } });
  const key = `${body.id}`;
  expect((await keyed('PATCH', `${key}-a`, 'Second')).body.nickname).toBe('Second');
  expect((await keyed('PATCH', `${key}-b`, 'Third')).body.nickname).toBe('Third');
  expect((await keyed('PATCH', `${key}-a`, 'Second')).body.nickname).toBe('Second');
  expect((await robin.call({ url })).body.nickname).toBe('Third');
  expect((await keyed('PATCH', `${key}-a`, 'Other')).body.code).toBe('idempotency-key-reused');
  expect((await keyed('DELETE', `${key}-c`)).status).toBe(204);
  expect((await keyed('DELETE', `${key}-c`)).status).toBe(204);
  const restore = (version: string) =>
    robin.call({ method: 'POST', url: `${url}/restore`, headers: { 'if-match': version } });
  expect((await restore('"5"')).body.code).toBe('version-conflict');
  expect((await restore('"0"')).status).toBe(200);
});

test('a list comes in pages', async () => {
  const kim = await aPerson(on.app);
  for (const nickname of ['A', 'B', 'C']) await kim.call({ url: '/v1/vehicles', body: { nickname } });
  const first = await kim.call({ url: '/v1/vehicles?limit=2' });
  const second = await kim.call({ url: `/v1/vehicles?limit=2&cursor=${first.body.nextCursor}` });
  const names = [first, second].map(({ body }) =>
    body.items.map((item: { nickname: string }) => item.nickname),
  );
  expect(names.flat().toSorted()).toEqual(['A', 'B', 'C']);
  expect(second.body.nextCursor).toBeNull();
});

test('the timeline of a vehicle by its garage is whole, by another one empty', async () => {
  const garage = async (name: string) =>
    (await robin.call({ url: '/v1/garages', body: { name } })).body.id as string;
  const [here, elsewhere] = [await garage('Here'), await garage('Elsewhere')];
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Van', garageId: here } });
  const note = { type: 'note', date: '2026-01-01', data: { text: 'Parked' } };
  await robin.call({ url: `/v1/vehicles/${body.id}/events`, body: note });
  const told = async (garageId: string) =>
    (await robin.call({ url: `/v1/vehicles/${body.id}/timeline?garageId=${garageId}` })).body.items;
  expect(await told(here)).toHaveLength(1);
  expect(await told(elsewhere)).toEqual([]);
});

test('garages group vehicles, those of others do not exist', async () => {
  const kim = await aPerson(on.app);
  const garage = await kim.call({ url: '/v1/garages', body: { name: 'Fleet North' } });
  expect(garage.status).toBe(201);
  const inGarage = { nickname: 'Van', garageId: garage.body.id };
  expect((await kim.call({ url: '/v1/vehicles', body: inGarage })).status).toBe(201);
  expect((await robin.call({ url: '/v1/vehicles', body: inGarage })).status).toBe(422);
  const listed = await kim.call({ url: `/v1/vehicles?garageId=${garage.body.id}` });
  expect(listed.body.items).toHaveLength(1);
});

test('without a token there is nothing to see', async () => {
  const { status, body, headers } = await ask(on.app, { url: '/v1/vehicles' });
  expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
  expect(headers['www-authenticate']).toBe('Bearer');
});

test('the last turn in its life is told, until it is taken back', async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Sprinter' } });
  const at = `/v1/vehicles/${body.id}`;
  const lifeOf = async () => {
    await foldAll(on.database.as('odolog_worker'));
    return (await robin.call({ url: at })).body.life;
  };
  expect(await lifeOf()).toBeNull();
  const sold = { type: 'sold', date: '2026-05-04', data: { to: 'J. Huber' } };
  const { event } = (await robin.call({ url: `${at}/events`, body: sold })).body;
  expect(await lifeOf()).toEqual({ stage: 'sold', date: '2026-05-04', eventId: event.id });
  await robin.call({
    url: `${at}/events/${event.id}/retractions`,
    body: { reason: 'The buyer stepped back' },
  });
  expect(await lifeOf()).toBeNull();
});
