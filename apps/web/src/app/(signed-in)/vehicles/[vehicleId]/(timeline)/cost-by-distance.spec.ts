import { expect, it } from 'vitest';
import { costByDistance } from './cost-by-distance';

const of = (...amounts: [amount: string, currency: string][]) => ({
  distanceComplete: true,
  distanceM: 1_000_000,
  costs: amounts.map(([amount, currency]) => ({ total: { amount, currency }, shares: [] })),
});

it('says what a kilometre and a mile of a month cost', () => {
  expect(costByDistance(of(['70.00', 'EUR']), 'km')).toEqual({ minor: 7, currency: 'EUR' });
  expect(costByDistance(of(['70.00', 'EUR']), 'mi')?.minor).toBeCloseTo(11.265, 3);
});

it('says nothing of a month whose distance is not known to its end', () => {
  const cutOff = { ...of(['70.00', 'EUR']), distanceComplete: false, distanceM: 31_000 };
  expect(costByDistance(cutOff, 'km')).toBeUndefined();
});

it('says nothing of two currencies, of money that came back, and of a month without distance', () => {
  expect(costByDistance(of(['70.00', 'EUR'], ['9.00', 'CHF']), 'km')).toBeUndefined();
  expect(costByDistance(of(['-70.00', 'EUR']), 'km')).toBeUndefined();
  expect(costByDistance({ ...of(['70.00', 'EUR']), distanceM: 0 }, 'km')).toBeUndefined();
});
