import { expect, it } from 'vitest';
import { acquired } from '../acquired/acquired.js';
import { sold } from './sold.js';

it('brings in what the vehicle was sold for, where its purchase had cost', () => {
  expect(acquired.facts(acquired.example)).toEqual({
    cost: { amountMinor: 2_190_000, currency: 'EUR', category: 'purchase' },
    life: { stage: 'acquired' },
  });
  expect(sold.facts(sold.example)).toEqual({
    cost: { amountMinor: -1_340_000, currency: 'EUR', category: 'sale' },
    life: { stage: 'sold' },
  });
  expect(sold.facts({})).toEqual({ life: { stage: 'sold' } });
  expect(sold.facts({ total: { amount: '0', currency: 'EUR' } }).cost?.amountMinor).toBe(0);
});
