import { expect, it } from 'vitest';
import { sumsByCurrency, sumsOf } from './month-costs';

const spent = (currency: string, amount: string) =>
  ({ currency, summary: { cost: [{ currency, thisMonth: { amount, currency } }] } }) as never;

it('sums what vehicles cost in each of their currencies', () => {
  expect(sumsByCurrency([spent('CHF', '20.00'), spent('EUR', '30.00'), spent('EUR', '15.50')])).toEqual([
    { currency: 'EUR', minor: 4550 },
    { currency: 'CHF', minor: 2000 },
  ]);
});

it('adds what was paid in another currency than that of the vehicle', () => {
  const abroad = (...paid: readonly (readonly [string, string])[]) =>
    ({
      currency: 'EUR',
      summary: { cost: paid.map(([currency, amount]) => ({ currency, thisMonth: { amount, currency } })) },
    }) as never;
  expect(sumsByCurrency([abroad(['EUR', '30.00'], ['CHF', '20.00']), abroad(['CHF', '5.00'])])).toEqual([
    { currency: 'EUR', minor: 3000 },
    { currency: 'CHF', minor: 2500 },
  ]);
});

it('tells of one vehicle every currency that was paid in, and nothing in its own where it cost nothing', () => {
  const paid = (...cost: readonly (readonly [string, string])[]) =>
    ({
      currency: 'EUR',
      summary: { cost: cost.map(([currency, amount]) => ({ currency, thisMonth: { amount, currency } })) },
    }) as never;
  expect(sumsOf(paid(['EUR', '30.00'], ['CHF', '20.00']))).toEqual([
    { currency: 'EUR', minor: 3000 },
    { currency: 'CHF', minor: 2000 },
  ]);
  expect(sumsOf(paid(['EUR', '0.00'], ['CHF', '20.00']))).toEqual([{ currency: 'CHF', minor: 2000 }]);
  expect(sumsOf(paid(['EUR', '0.00']))).toEqual([{ currency: 'EUR', minor: 0 }]);
});
