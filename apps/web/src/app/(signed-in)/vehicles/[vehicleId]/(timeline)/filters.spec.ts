import { expect, it } from 'vitest';
import { addressOf, entryAddressIn, filtersIn, narrowingOf, queryOf } from './filters';

const zone = 'Europe/Berlin';

it('gives an address back as it was', () => {
  const filters = { types: ['fuel', 'note'], q: 'JET', to: '2024-12-31', view: {} };
  const address = addressOf('v', filters);
  expect(address).toBe('/vehicles/v?type=fuel&type=note&q=JET&to=2024-12-31');
  expect(filtersIn({ type: ['fuel', 'note'], q: 'JET', to: '2024-12-31' }, zone)).toEqual(filters);
});

it('takes what makes no sense for not said', () => {
  expect(filtersIn({ type: 'Fuel!', q: '  ', to: '2026-02-30' }, zone)).toEqual({
    types: [],
    q: '',
    to: undefined,
    view: {},
  });
});

it('keeps looking at the day that the address names, whatever is narrowed', () => {
  const filters = filtersIn({ type: 'fuel', asOf: '2024-06-30', knownOn: '2024-07-31' }, zone);
  expect(addressOf('v', { ...filters, q: 'JET' })).toBe(
    '/vehicles/v?asOf=2024-06-30&knownOn=2024-07-31&type=fuel&q=JET',
  );
  expect(`${entryAddressIn(filters)}e`).toBe('?asOf=2024-06-30&knownOn=2024-07-31&type=fuel&event=e');
  expect(entryAddressIn(filtersIn({}, zone))).toBe('?event=');
  expect(queryOf(filters)).toEqual({
    type: ['fuel'],
    asOf: '2024-06-30',
    knownAt: '2024-07-31T21:59:59.999Z',
  });
  expect(narrowingOf({ ...filters, q: 'JET' })).toEqual([
    ['type', 'fuel'],
    ['q', 'JET'],
  ]);
});
