import { expect, test } from 'vitest';
import { atAVehicle } from './at-a-vehicle.js';
import { fillUp } from './fill-up.js';
import type { Ask } from './test-app.js';

const at = atAVehicle();
const fuel = fillUp('2026-03-01', 1000);
const eur = (amount: string) => ({ amount, currency: 'EUR' });

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
  expect(await at.refused({ url: `${at.vehicle}/events`, body })).toEqual({
    status: 422,
    code,
    pointers: [pointer],
  });
  expect((await at.robin.call({ url: '/v1/feed' })).body.headPosition).toBe(0);
});

test('every fault is told at once', async () => {
  const body = {
    ...fuel,
    date: 'yesterday',
    colour: 'red',
    data: { ...fuel.data, volume: { value: -1, unit: 'pint' } },
  };
  const { pointers } = await at.refused({ url: `${at.vehicle}/events`, body });
  expect(pointers.toSorted()).toEqual(['/colour', '/data/volume/unit', '/data/volume/value', '/date']);
});

test.each<[string, object, string]>([
  ['a wrong type where null would do', { nickname: 5 }, '/nickname'],
  ['a currency that does not exist', { nickname: 'A', currency: 'XXQ' }, '/currency'],
])('%s is told once, with a pointer to it', async (_name, body, pointer) => {
  expect(await at.refused({ url: '/v1/vehicles', body })).toEqual({
    status: 422,
    code: 'validation-failed',
    pointers: [pointer],
  });
});

test.each(['/v1/vehicles', '/v1/timeline', '/v1/tenants'])(
  '%s points at a cursor of nowhere',
  async (url) => {
    const { pointers } = await at.refused({ url: `${url}?cursor=nowhere` });
    expect(pointers).toEqual(['/query/cursor']);
  },
);

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
  expect(await at.refused(request)).toEqual({ status: 422, code: 'validation-failed', pointers });
});

test('the faults of changes to a vehicle are told in one answer, with those that follow from what it is', async () => {
  const { body } = await at.robin.call({ url: '/v1/vehicles', body: { nickname: 'Older', year: 1979 } });
  const change = (changes: object) =>
    at.refused({ method: 'PATCH', url: `/v1/vehicles/${body.id}`, body: changes });
  const all = ['/nickname', '/timeZone', '/vin'];
  expect(await change({ nickname: 7, timeZone: 'x', vin: badVin, year: 2020 })).toMatchObject({
    pointers: all,
  });
  expect(await change({ nickname: null, timeZone: 'x', vin: badVin, year: 2020 })).toMatchObject({
    pointers: all,
  });
  // before 1981 makers numbered as they liked
  expect(await change({ nickname: 7, vin: badVin })).toMatchObject({ pointers: ['/nickname'] });
  const { body: newer } = await at.robin.call({
    url: '/v1/vehicles',
    body: { nickname: 'Newer', year: 2020 },
  });
  const faulty = { nickname: 7, colour: 'red', vin: badVin };
  expect(await at.refused({ method: 'PATCH', url: `/v1/vehicles/${newer.id}`, body: faulty })).toMatchObject({
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
  expect(await at.refused({ url: `${at.vehicle}/tariffs`, body })).toMatchObject({
    pointers: ['/unitPrice', '/timeZone', '/periods/1'],
  });
});
