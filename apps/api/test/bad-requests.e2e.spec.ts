import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';
import { ask, type Ask } from './test-app.js';

const at = atAVehicle();

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
  expect(await at.refused(request)).toMatchObject({ status, code });
});

test.each(['/v1/garages', '/auth/sign-in/email'])('%s refuses a body that is not UTF-8', async (url) => {
  const body = Buffer.from('{"name":"M\xfcnchen"}', 'latin1');
  expect(await at.refused({ url, body, headers: json })).toMatchObject({
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
    at.refused({ url: '/v1/imports', body: Buffer.from(text, encoding), headers });
  expect(await send('latin1')).toMatchObject({ status: 400, code: 'malformed-request' });
  expect(await send('utf8')).toMatchObject({ status: 422, code: 'validation-failed' });
});

test('a field that stands twice in a form is refused, not read as the one or the other', async () => {
  const part = (name: string, value: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const body = `${part('currency', 'USD')}${part('currency', 'EUR')}--x--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  expect(await at.refused({ url: '/v1/imports', body, headers })).toEqual({
    status: 422,
    code: 'validation-failed',
    pointers: ['/currency'],
  });
});

test.each(['', 'nowhere', randomUUID()])(
  'a tenant that is none of theirs, "%s", is not found',
  async (tenant) => {
    const request = { url: '/v1/vehicles', headers: { 'x-tenant-id': tenant } };
    expect(await at.refused(request)).toMatchObject({ status: 404, code: 'not-found' });
  },
);

test('a method that an address does not take is answered with those that it does', async () => {
  const { headers } = await at.robin.call({ method: 'DELETE', url: '/v1/vehicles' });
  expect(headers['allow']).toBe('POST, GET');
});

test('an address that cannot be decoded is refused like any other', async () => {
  expect(await ask(at.on.app, { url: '/%zz' })).toMatchObject({
    status: 400,
    body: { code: 'malformed-request' },
  });
});

test.each([
  ['a character that cannot be stored', () => ({ url: `${at.vehicle}/timeline?q=%00` })],
  ['a year that is none', () => ({ url: `${at.vehicle}/timeline?from=0000-01-01` })],
  ['a position beyond all numbers', () => ({ url: '/v1/feed?after=100000000000000000000' })],
  ['a nickname with a NUL', () => ({ url: '/v1/vehicles', body: { nickname: 'a\0b' } })],
  ['a name with half a character', () => ({ url: '/v1/garages', body: { name: 'a\ud800' } })],
  [
    'a reason with a NUL',
    () => ({ url: `${at.vehicle}/events/${randomUUID()}/retractions`, body: { reason: '\0' } }),
  ],
  ['a leap second', () => ({ url: `${at.vehicle}/summary?knownAt=2016-12-31T23:59:60Z` })],
  [
    'a preference that there is not',
    () => ({ method: 'PATCH' as const, url: '/v1/me/preferences', body: { theme: 'dark', colour: 'red' } }),
  ],
])('%s is refused as invalid, not as our fault', async (_name, request) => {
  expect(await at.refused(request())).toMatchObject({ status: 422, code: 'validation-failed' });
});

test('a version that no vehicle reaches is a stale one', async () => {
  const answer = await at.record(fillUp('2026-04-01', 1000), { 'if-match': '"99999999999"' });
  expect(answer).toMatchObject({ status: 412, body: { code: 'version-conflict' } });
});
