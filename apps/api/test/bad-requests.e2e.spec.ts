import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPerson, ask, testApp, type Ask, type Person, type TestApp } from './test-app.js';

let on: TestApp;
let robin: Person;
let events: string;
beforeAll(async () => {
  on = await testApp();
  robin = await aPerson(on.app);
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Cuore' } });
  events = `/v1/vehicles/${body.id}/events`;
});
afterAll(() => on.close());

const fuel = {
  type: 'fuel',
  date: '2026-03-01',
  odometer: { value: 1000, unit: 'km' },
  data: { volume: { value: 40, unit: 'L' }, energy: 'petrol', fill: 'full' },
};
const eur = (amount: string) => ({ amount, currency: 'EUR' });

async function refused(request: Ask) {
  const { status, headers, body } = await robin.call(request);
  expect(headers['content-type']).toContain('application/problem+json');
  expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
  const pointers = (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
  return { status, code: body.code, pointers };
}

test.each([
  [
    'a wrong type',
    { ...fuel, data: { ...fuel.data, volume: { value: '40', unit: 'L' } } },
    'validation-failed',
    '/data/volume/value',
  ],
  ['an unknown field', { ...fuel, colour: 'red' }, 'validation-failed', '/colour'],
  [
    'an unknown field deep inside',
    { ...fuel, data: { ...fuel.data, octane: 95 } },
    'validation-failed',
    '/data/octane',
  ],
  [
    'a missing field',
    { ...fuel, data: { volume: fuel.data.volume, fill: 'full' } },
    'validation-failed',
    '/data/energy',
  ],
  ['a date that does not exist', { ...fuel, date: '2026-02-30' }, 'validation-failed', '/date'],
  ['a date beyond what can be stored', { ...fuel, date: '1066-10-14' }, 'date-out-of-range', '/date'],
  ['an unknown type', { ...fuel, type: 'teleport' }, 'unknown-event-type', '/type'],
  ['a type of the system', { ...fuel, type: 'retraction', data: {} }, 'unknown-event-type', '/type'],
  [
    'volume and price that do not give the total',
    { ...fuel, data: { ...fuel.data, unitPrice: eur('1.50'), total: eur('99.00') } },
    'amount-mismatch',
    '/data/total/amount',
  ],
])('%s is refused with a pointer to it', async (_name, body, code, pointer) => {
  expect(await refused({ url: events, body })).toEqual({ status: 422, code, pointers: [pointer] });
  expect((await robin.call({ url: '/v1/feed' })).body.headPosition).toBe(0);
});

test('every fault is told at once', async () => {
  const body = {
    ...fuel,
    date: 'yesterday',
    colour: 'red',
    data: { ...fuel.data, volume: { value: -1, unit: 'pint' } },
  };
  const { pointers } = await refused({ url: events, body });
  expect(pointers.toSorted()).toEqual(['/colour', '/data/volume/unit', '/data/volume/value', '/date']);
});

test.each<[string, object, string]>([
  ['a wrong type where null would do', { nickname: 5 }, '/nickname'],
  ['a currency that does not exist', { nickname: 'A', currency: 'XXQ' }, '/currency'],
])('%s is told once, with a pointer to it', async (_name, body, pointer) => {
  expect(await refused({ url: '/v1/vehicles', body })).toEqual({
    status: 422,
    code: 'validation-failed',
    pointers: [pointer],
  });
});

test.each(['/v1/vehicles', '/v1/timeline', '/v1/tenants'])(
  '%s points at a cursor of nowhere',
  async (url) => {
    const { pointers } = await refused({ url: `${url}?cursor=nowhere` });
    expect(pointers).toEqual(['/query/cursor']);
  },
);

const json = { 'content-type': 'application/json' };
test.each<[string, Ask, number, string]>([
  [
    'JSON that is none',
    { url: '/v1/vehicles', body: '{"nickname":', headers: json },
    400,
    'malformed-request',
  ],
  [
    'an empty body',
    { method: 'POST', url: '/v1/vehicles', headers: json, body: '' },
    400,
    'malformed-request',
  ],
  [
    'a body that is compressed',
    { url: '/v1/vehicles', body: { nickname: 'A' }, headers: { 'content-encoding': 'gzip' } },
    415,
    'unsupported-media-type',
  ],
  [
    'another content type',
    { url: '/v1/vehicles', body: '<vehicle/>', headers: { 'content-type': 'text/xml' } },
    415,
    'unsupported-media-type',
  ],
  [
    'JSON that says it is text',
    { url: '/v1/vehicles', body: '{"nickname":"A"}', headers: { 'content-type': 'text/plain' } },
    415,
    'unsupported-media-type',
  ],
  [
    'a body over the limit',
    { url: '/v1/vehicles', body: { nickname: 'x'.repeat(5_000_000) } },
    413,
    'body-too-large',
  ],
  ['an unknown address', { url: '/v1/spaceships' }, 404, 'not-found'],
  ['an id that is none', { url: '/v1/vehicles/1' }, 404, 'not-found'],
  ['another method', { method: 'DELETE', url: '/v1/vehicles' }, 405, 'method-not-allowed'],
  ['an unknown query parameter', { url: '/v1/vehicles?colour=red' }, 422, 'validation-failed'],
  ['a limit beyond all numbers', { url: '/v1/vehicles?limit=1e309' }, 422, 'validation-failed'],
  ['a limit in hexadecimal', { url: '/v1/vehicles?limit=0x10' }, 422, 'validation-failed'],
  ['a position beyond all numbers', { url: '/v1/feed?after=1e309' }, 422, 'validation-failed'],
  ['a limit too large', { url: '/v1/vehicles?limit=201' }, 422, 'validation-failed'],
  [
    'an If-Match that is no version',
    { method: 'POST', url: '/v1/garages', body: { name: 'A' }, headers: { 'if-match': 'x' } },
    400,
    'malformed-request',
  ],
  [
    'an unknown time zone',
    { url: '/v1/vehicles', body: { nickname: 'A', timeZone: 'Mars/Olympus' } },
    422,
    'unknown-time-zone',
  ],
])('%s is refused', async (_name, request, status, code) => {
  expect(await refused(request)).toMatchObject({ status, code });
});

const badVin = 'IOQ00000000000000';
test.each<[string, Ask, string[]]>([
  [
    'a new vehicle',
    { url: '/v1/vehicles', body: { nickname: 7, timeZone: 'x', vin: badVin } },
    ['/nickname', '/timeZone', '/vin'],
  ],
  [
    'a new vehicle whose fields are well-formed',
    { url: '/v1/vehicles', body: { timeZone: 'x', vin: badVin } },
    ['/nickname', '/timeZone', '/vin'],
  ],
  [
    'a new vehicle whose VIN nobody can judge without its year',
    { url: '/v1/vehicles', body: { nickname: 'A', year: 'old', vin: badVin } },
    ['/year'],
  ],
  [
    'a preference',
    { method: 'PATCH', url: '/v1/me/preferences', body: { theme: 'pink', timeZone: 'x', locale: '!!' } },
    ['/theme', '/timeZone', '/locale'],
  ],
  [
    'preferences that are well-formed',
    { method: 'PATCH', url: '/v1/me/preferences', body: { timeZone: 'x', locale: '!!' } },
    ['/timeZone', '/locale'],
  ],
  [
    'a key',
    { url: '/v1/api-keys', body: { name: 7, scopes: ['read'], expiresAt: '2020-01-01T00:00:00Z' } },
    ['/name', '/expiresAt'],
  ],
])('the faults of %s are told in one answer', async (_name, request, pointers) => {
  expect(await refused(request)).toEqual({ status: 422, code: 'validation-failed', pointers });
});

test('the faults of changes to a vehicle are told in one answer, with those that follow from what it is', async () => {
  const { body } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Older', year: 1979 } });
  const change = (changes: object) =>
    refused({ method: 'PATCH', url: `/v1/vehicles/${body.id}`, body: changes });
  const all = ['/nickname', '/timeZone', '/vin'];
  expect(await change({ nickname: 7, timeZone: 'x', vin: badVin, year: 2020 })).toMatchObject({
    pointers: all,
  });
  expect(await change({ nickname: null, timeZone: 'x', vin: badVin, year: 2020 })).toMatchObject({
    pointers: all,
  });
  // before 1981 makers numbered as they liked
  expect(await change({ nickname: 7, vin: badVin })).toMatchObject({ pointers: ['/nickname'] });
  const { body: newer } = await robin.call({ url: '/v1/vehicles', body: { nickname: 'Newer', year: 2020 } });
  const faulty = { nickname: 7, colour: 'red', vin: badVin };
  expect(await refused({ method: 'PATCH', url: `/v1/vehicles/${newer.id}`, body: faulty })).toMatchObject({
    pointers: ['/colour', '/nickname', '/vin'],
  });
});

test('the faults of a tariff are told in one answer', async () => {
  const period = { days: [1], from: '22:00', to: '06:00', unitPrice: '0.2' };
  const tariff = {
    name: 'Night',
    charger: 'home',
    currency: 'EUR',
    validFrom: '2026-01-01',
    unitPrice: '-1',
  };
  const body = { ...tariff, timeZone: 'x', periods: [period, period] };
  expect(await refused({ url: events.replace('events', 'tariffs'), body })).toMatchObject({
    pointers: ['/unitPrice', '/timeZone', '/periods/1'],
  });
});

test.each(['/v1/garages', '/auth/sign-in/email'])('%s refuses a body that is not UTF-8', async (url) => {
  const body = Buffer.from('{"name":"M\xfcnchen"}', 'latin1');
  expect(await refused({ url, body, headers: json })).toMatchObject({
    status: 400,
    code: 'malformed-request',
  });
});

test.each([
  ['a name', 'name="file"; filename="M\xfcnchen.csv"', 'a'],
  ['a field', 'name="currency"', 'M\xfcnchen'],
])('%s in a form that is not UTF-8 is refused', async (_what, disposition, content) => {
  const text = `--x\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n--x--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const send = (encoding: 'latin1' | 'utf8') =>
    refused({ url: '/v1/imports', body: Buffer.from(text, encoding), headers });
  expect(await send('latin1')).toMatchObject({ status: 400, code: 'malformed-request' });
  expect(await send('utf8')).toMatchObject({ status: 422, code: 'validation-failed' });
});

test('a field that stands twice in a form is refused, not read as the one or the other', async () => {
  const part = (name: string, value: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${part('currency', 'USD')}${part('currency', 'EUR')}--x--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  expect(await refused({ url: '/v1/imports', body, headers })).toEqual({
    status: 422,
    code: 'validation-failed',
    pointers: ['/currency'],
  });
});

test.each(['', 'nowhere', randomUUID()])(
  'a tenant that is none of theirs, "%s", is not found',
  async (tenant) => {
    const request = { url: '/v1/vehicles', headers: { 'x-tenant-id': tenant } };
    expect(await refused(request)).toMatchObject({ status: 404, code: 'not-found' });
  },
);

test('a method that an address does not take is answered with those that it does', async () => {
  const { headers } = await robin.call({ method: 'DELETE', url: '/v1/vehicles' });
  expect(headers['allow']).toBe('POST, GET');
});

test('an address that cannot be decoded is refused like any other', async () => {
  expect(await ask(on.app, { url: '/%zz' })).toMatchObject({
    status: 400,
    body: { code: 'malformed-request' },
  });
});

test('what goes wrong on our side is told without a detail', async () => {
  const admin = on.database.admin().pool;
  await admin.query('ALTER TABLE app.garages RENAME TO mislaid');
  const { status, body } = await robin.call({ url: '/v1/garages' });
  await admin.query('ALTER TABLE app.mislaid RENAME TO garages');
  expect(status).toBe(500);
  expect(body).toEqual({
    type: 'urn:odolog:problem:internal',
    title: expect.any(String),
    status: 500,
    code: 'internal',
    instance: '/api/v1/garages',
    traceId: expect.any(String),
  });
});

test('while the database is away, a client is told to come again', async () => {
  const { authDatabaseUrl } = on.resources.config;
  const apart = await testApp({
    apiDatabaseUrl: 'postgres://odolog_api:test@127.0.0.1:9/odolog',
    authDatabaseUrl,
  });
  const headers = { authorization: `Bearer ${robin.token}` };
  const { status, body, headers: answered } = await ask(apart.app, { url: '/v1/me', headers });
  await apart.close();
  expect({ status, code: body.code }).toEqual({ status: 503, code: 'unavailable' });
  expect(answered['retry-after']).toBe('1');
});

test('the trace that a caller is in goes on', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const { headers } = await robin.call({
    url: '/v1/me',
    headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
  });
  expect(headers['odolog-trace-id']).toBe(trace);
});

test.each([
  ['a character that cannot be stored', () => ({ url: `${events.replace('/events', '/timeline')}?q=%00` })],
  ['a year that is none', () => ({ url: `${events.replace('/events', '/timeline')}?from=0000-01-01` })],
  ['a position beyond all numbers', () => ({ url: '/v1/feed?after=100000000000000000000' })],
  ['a nickname with a NUL', () => ({ url: '/v1/vehicles', body: { nickname: 'a\0b' } })],
  ['a name with half a character', () => ({ url: '/v1/garages', body: { name: 'a\ud800' } })],
  ['a reason with a NUL', () => ({ url: `${events}/${randomUUID()}/retractions`, body: { reason: '\0' } })],
  ['a leap second', () => ({ url: `${events.replace('/events', '/summary')}?knownAt=2016-12-31T23:59:60Z` })],
  [
    'a preference that there is not',
    () => ({ method: 'PATCH' as const, url: '/v1/me/preferences', body: { theme: 'dark', colour: 'red' } }),
  ],
])('%s is refused as invalid, not as our fault', async (_name, request) => {
  expect(await refused(request())).toMatchObject({ status: 422, code: 'validation-failed' });
});

test('a version that no vehicle reaches is a stale one', async () => {
  const body = { ...fuel, date: '2026-04-01' };
  const answer = await robin.call({ url: events, body, headers: { 'if-match': '"99999999999"' } });
  expect(answer).toMatchObject({ status: 412, body: { code: 'version-conflict' } });
});
