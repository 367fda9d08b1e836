import { holdTo, Problem } from '@odolog/problems';
import { expect, it } from 'vitest';
import { formatFor } from '../format.js';
import { validateData } from '../validate-recording.js';
import { fuel } from './fuel.js';

const { total, unitPrice, station, ...fill } = fuel.example;
const format = formatFor({ locale: 'en' });

function refusal(data: typeof fuel.example): Problem {
  try {
    holdTo(data, fuel.rules ?? []);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('The data was accepted');
}

it('works out the cost when only the unit price is known', () => {
  expect(fuel.facts({ ...fill, unitPrice: { amount: '1.789', currency: 'EUR' } }).cost).toEqual({
    amountMinor: 7020,
    currency: 'EUR',
    category: 'fuel',
  });
  expect(fuel.facts(fill).cost).toBeUndefined();
});

it('can count the cost of the most that it accepts', () => {
  const most = { ...fill, volume: { value: 10_000, unit: 'L' as const } };
  const unitPrice = { amount: '9999999.999999', currency: 'CLF' };
  expect(() =>
    validateData({ type: 'fuel', schemaVersion: fuel.version, data: { ...most, unitPrice } }),
  ).not.toThrow();
  expect(fuel.facts({ ...most, unitPrice }).cost?.amountMinor).toBe(999_999_999_999_900);
});

it('shows all three figures, and the expected one, when volume and price do not give the total', () => {
  const wrong = { amount: '72.01', currency: 'EUR' };
  const problem = refusal({ ...fuel.example, total: wrong });
  expect(problem.code).toBe('amount-mismatch');
  expect(problem.extras).toMatchObject({
    volume: fuel.example.volume,
    unitPrice,
    total: wrong,
    expectedTotal: { amount: '70.20', currency: 'EUR' },
    errors: [{ pointer: '/data/total/amount', code: 'amount-mismatch' }],
  });
});

it('refuses a unit price in another currency than the total', () => {
  const problem = refusal({ ...fuel.example, unitPrice: { amount: '1.789', currency: 'CHF' } });
  expect(problem.code).toBe('currency-mismatch');
});

it('says volume, price, station, and that the tank was not filled', () => {
  expect(fuel.summary(fuel.example, format)).toBe('39.24 L at €1.789/L, Shell Holzkirchen');
  expect(fuel.summary({ ...fill, ...(total && { total }), fill: 'partial' }, format)).toBe(
    '39.24 L for €70.20, partial',
  );
  expect(fuel.summary({ ...fill, ...(station && { station }) }, format)).toBe('39.24 L, Shell Holzkirchen');
});
