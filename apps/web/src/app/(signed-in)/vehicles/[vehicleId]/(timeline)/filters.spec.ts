import { expect, it } from 'vitest';
import { addressOf, filtersIn } from './filters';

it('gives an address back as it was', () => {
  const filters = { types: ['fuel', 'note'], q: 'JET', to: '2024-12-31' };
  const address = addressOf('v', filters);
  expect(address).toBe('/vehicles/v?type=fuel&type=note&q=JET&to=2024-12-31');
  expect(filtersIn({ type: ['fuel', 'note'], q: 'JET', to: '2024-12-31' })).toEqual(filters);
});

it('takes what makes no sense for not said', () => {
  expect(filtersIn({ type: 'Fuel!', q: '  ', to: '2026-02-30' })).toEqual({
    types: [],
    q: '',
    to: undefined,
  });
});
