import { expect, it } from 'vitest';
import { currencyPaths } from './currency-paths';

it('finds every currency of a bill, in its items too', () => {
  const money = { amount: '', currency: 'EUR' };
  const data = { total: money, items: [{ kind: 'engine-oil', parts: money, labour: money }], tags: '' };
  expect(currencyPaths(data, 'data')).toEqual([
    'data.total.currency',
    'data.items.0.parts.currency',
    'data.items.0.labour.currency',
  ]);
});
