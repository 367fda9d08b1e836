import { expect, it } from 'vitest';
import { formatFor } from '../format.js';
import { expense } from './expense.js';

it('counts a refund as a negative cost', () => {
  const refund = { category: 'insurance', total: { amount: '-48.10', currency: 'EUR' } } as const;
  expect(expense.facts(refund).cost).toEqual({ amountMinor: -4810, currency: 'EUR', category: 'insurance' });
});

it('is called by its category when nobody described it', () => {
  const toll = { category: 'toll', total: { amount: '9', currency: 'EUR' } } as const;
  expect(expense.summary(toll, formatFor({ locale: 'en' }))).toBe('Toll');
});
