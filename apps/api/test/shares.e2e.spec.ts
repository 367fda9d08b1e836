import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillUp } from './fill-up.js';
import { foldAll } from '@odolog/testing';
import { aPerson, ask, publicUrl, testApp, type Person, type TestApp } from './test-app.js';

const vin = '1HGCM82633A004352';
const euros = (amount: string) => ({ amount, currency: 'EUR' });
const km = (value: number) => ({ value, unit: 'km' });

/** Everything that a stranger must not read. */
const secrets = [
  'Robin',
  'Secret Garage',
  'Rattles',
  'RE-X 1',
  'Cuddles',
  'Shell',
  'J. Huber',
  '12 Elm',
  'Policy 4711',
  '259.90',
  vin,
];

let on: TestApp;
let robin: Person;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app, 'Robin');
});
afterAll(() => on.close());

async function aVehicle(body: object = {}): Promise<string> {
  const made = await robin.call({
    url: '/v1/vehicles',
    body: {
      nickname: 'Cuddles',
      make: 'Daihatsu',
      model: 'Cuore',
      licensePlate: 'RE-X 1',
      timeZone: 'UTC',
      ...body,
    },
  });
  const vehicle = `/v1/vehicles/${made.body.id}`;
  const events = [
    fillUp('2026-01-05', 1000, { notes: 'Rattles' }),
    fillUp('2026-02-05', 1500),
    {
      type: 'maintenance',
      date: '2026-02-10',
      odometer: km(1600),
      notes: 'Rattles',
      data: {
        items: [{ kind: 'engine-oil', description: 'Robin did it', cost: euros('259.90') }],
        total: euros('259.90'),
        workshop: 'Secret Garage',
      },
    },
    {
      type: 'inspection',
      date: '2026-03-01',
      data: { result: 'passed', authority: '12 Elm', validUntil: '2028-03-31' },
    },
    { type: 'note', date: '2026-03-02', data: { text: 'Rattles' } },
    { type: 'document', date: '2026-03-03', data: { kind: 'insurance', title: 'Policy 4711' } },
    {
      type: 'expense',
      date: '2026-03-04',
      data: { category: 'fine', total: euros('259.90'), description: 'Robin' },
    },
    { type: 'sold', date: '2026-03-05', data: { to: 'J. Huber' } },
    {
      type: 'odometer',
      date: '2026-03-06',
      odometer: { ...km(756_910), void: true },
      data: { reason: 'Robin typed' },
    },
  ];
  const recorded = await robin.call({ url: `${vehicle}/events:batch`, body: { events } });
  expect(recorded.body.refused).toBe(0);
  const [, second] = recorded.body.items;
  const correction = fillUp('2026-02-05', 1510);
  const at = `${vehicle}/events/${second.eventId}/corrections`;
  expect((await robin.call({ url: at, body: { reason: 'Robin misread', event: correction } })).status).toBe(
    201,
  );
  await foldAll(on.database.as('odolog_worker'));
  return vehicle;
}

async function shared(vehicle: string, body: object = {}) {
  const made = await robin.call({ url: `${vehicle}/shares`, body });
  expect(made.status).toBe(201);
  return made.body as { id: string; token: string; url: string; expiresAt: string };
}

const open = (token: string) => ask(on.app, { url: `/v1/shares/${token}` });

test('work on what an inspection found leaves standing how long it holds', async () => {
  const vehicle = await aVehicle();
  const items = [{ kind: 'inspection' }];
  const work = { type: 'maintenance', date: '2026-05-01', data: { items } };
  expect((await robin.call({ url: `${vehicle}/events`, body: work })).status).toBe(201);
  const { token } = await shared(vehicle);
  expect((await open(token)).body).toMatchObject({ inspectionValidUntil: '2028-03-31' });
});

test('figures are of the entries that are shown with them, however far behind the read models are', async () => {
  const vehicle = await aVehicle();
  const { token } = await shared(vehicle);
  const before = (await open(token)).body;
  expect(before.seal).toMatchObject({ unchanged: true, events: 10 });
  const later = fillUp('2026-04-01', 2010);
  expect((await robin.call({ url: `${vehicle}/events`, body: later })).status).toBe(201);
  const { body } = await open(token);
  expect(body).toMatchObject({
    odometer: { ...km(2010), date: '2026-04-01' },
    economy: [{ energy: 'petrol', segments: 2, distanceM: 1_010_000, volumeMl: 80_000 }],
    seal: { unchanged: true, events: 11 },
  });
  expect(body.readings.at(-1)).toMatchObject({ date: '2026-04-01', odometerM: 2_010_000 });
  expect(body.months.at(-1)).toMatchObject({ month: '2026-04', events: 1 });
  expect(body.seal.chainHash).not.toBe(before.seal.chainHash);
});

describe('a link without a choice', () => {
  test('shows the history of the vehicle', async () => {
    const { token, url } = await shared(await aVehicle({ vin }));
    expect(url).toBe(`${publicUrl}/s/${token}`);
    const { status, body, headers } = await open(token);
    expect({ status, cached: headers['cache-control'] }).toEqual({ status: 200, cached: 'no-store' });
    expect(body).toMatchObject({
      vehicle: { make: 'Daihatsu', model: 'Cuore', vin: null, vinEnding: '04352' },
      seal: { unchanged: true, events: 10 },
      odometer: { ...km(1600), date: '2026-02-10' },
      economy: [{ energy: 'petrol', segments: 1 }],
      inspectionValidUntil: '2028-03-31',
      contents: { costs: false, notes: false, documents: false, vin: false },
    });
    expect(body.entries.map(({ type, summary }: Record<string, string>) => [type, summary])).toEqual([
      ['sold', 'Sold'],
      ['inspection', 'Passed, valid until Mar 31, 2028'],
      ['maintenance', 'Engine oil'],
    ]);
    expect(body.corrections).toMatchObject([
      { kind: 'void', date: '2026-03-06', before: 'Odometer read, 756,910 km', after: null },
      { kind: 'corrected', before: '1,500 km', after: '1,510 km', reason: null },
    ]);
    expect(body.months.map(({ month, events }: Record<string, unknown>) => [month, events])).toEqual([
      ['2026-01', 1],
      ['2026-02', 2],
      ['2026-03', 6],
    ]);
  });

  test('tells nothing about its owner, in body or headers', async () => {
    const vehicle = await aVehicle({ vin: null, garageId: null });
    const { token, id } = await shared(vehicle);
    const { body, headers } = await open(token);
    const { tenant } = (await robin.call({ url: '/v1/me' })).body;
    const told = JSON.stringify({ body, headers });
    const ids = [robin.userId, tenant.id, vehicle.split('/').at(-1)!, id, robin.email, token];
    expect([...secrets, ...ids].filter((secret) => told.includes(secret))).toEqual([]);
  });
});

test.each([
  ['costs', ['259.90'], ['Rattles', 'Policy 4711', 'Robin']],
  ['notes', ['Rattles', 'Robin misread'], ['259.90', 'Policy 4711']],
  ['documents', ['Policy 4711'], ['259.90', 'Rattles', 'Robin']],
])('a link with %s shows those and nothing else', async (content, shown, hidden) => {
  const { token } = await shared(await aVehicle(), { contents: { [content]: true } });
  const told = JSON.stringify((await open(token)).body);
  expect(shown.filter((text) => !told.includes(text))).toEqual([]);
  expect(
    [...hidden, 'Secret Garage', 'J. Huber', '12 Elm', 'RE-X 1', 'Cuddles'].filter((text) =>
      told.includes(text),
    ),
  ).toEqual([]);
});

test('a link with the VIN shows it whole', async () => {
  const other = '1N4AL2AP9CC248968';
  const { token } = await shared(await aVehicle({ vin: other }), { contents: { vin: true } });
  expect((await open(token)).body.vehicle).toMatchObject({ vin: other });
});

describe('a link is closed', () => {
  test('when it is revoked, at once and for good', async () => {
    const vehicle = await aVehicle();
    const { id, token } = await shared(vehicle);
    expect((await open(token)).status).toBe(200);
    const revoke = () => robin.call({ method: 'DELETE', url: `${vehicle}/shares/${id}` });
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204]);
    expect((await open(token)).status).toBe(404);
    const { items } = (await robin.call({ url: `${vehicle}/shares` })).body;
    expect(items).toMatchObject([{ id, createdBy: 'Robin', revokedAt: expect.any(String) }]);
    const { items: audit } = (await robin.call({ url: '/v1/audit?limit=2' })).body;
    expect(audit.map(({ action }: { action: string }) => action)).toEqual(['share.revoked', 'share.created']);
  });

  test('when its time is over', async () => {
    const { token, id, expiresAt } = await shared(await aVehicle(), { expiresInDays: 2 });
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(2);
    await on.database.admin().pool.query(`UPDATE app.shares SET expires_at = now() WHERE id = '${id}'`);
    expect((await open(token)).status).toBe(404);
  });

  test('while the vehicle is deleted', async () => {
    const vehicle = await aVehicle();
    const { token } = await shared(vehicle);
    await robin.call({ method: 'DELETE', url: vehicle });
    expect((await open(token)).status).toBe(404);
    await robin.call({ method: 'POST', url: `${vehicle}/restore` });
    expect((await open(token)).status).toBe(200);
  });
});

describe('a token', () => {
  test('is not kept: the database knows only its hash', async () => {
    const { token } = await shared(await aVehicle());
    const { rows } = await on.database.admin().pool.query('SELECT s::text AS row FROM app.shares s');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  test('opens nothing when it is guessed, altered, or the hash that is kept', async () => {
    const { token } = await shared(await aVehicle());
    const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`;
    const { rows } = await on.database
      .admin()
      .pool.query<{ hash: Buffer }>('SELECT token_hash AS hash FROM app.shares');
    const kept = rows.map(({ hash }) => hash.toString('base64url'));
    for (const wrong of [flipped, 'A'.repeat(43), token.slice(1), `${token}A`, "' OR true --", ...kept])
      expect((await open(encodeURIComponent(wrong))).status).toBe(404);
  });

  test('opens no other route, and does not serve as a bearer token', async () => {
    const vehicle = await aVehicle();
    const { token } = await shared(vehicle);
    const { status } = await ask(on.app, { url: vehicle, headers: { authorization: `Bearer ${token}` } });
    expect(status).toBe(401);
  });
});

test('a neighbour can neither make, list nor revoke links of a vehicle that is not theirs', async () => {
  const jo = await aPerson(on.app, 'Jo');
  const vehicle = await aVehicle();
  const { id, token } = await shared(vehicle);
  const own = `/v1/vehicles/${(await jo.call({ url: '/v1/vehicles', body: { nickname: 'Own' } })).body.id}`;
  expect((await jo.call({ url: `${vehicle}/shares`, body: {} })).status).toBe(404);
  expect((await jo.call({ url: `${vehicle}/shares` })).status).toBe(404);
  for (const place of [vehicle, own])
    expect((await jo.call({ method: 'DELETE', url: `${place}/shares/${id}` })).status).toBe(404);
  expect((await open(token)).status).toBe(200);
});
