import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stretchCosts } from './energy-price.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

it('spreads the energy over the time, each stretch at its price', () => {
  expect(
    stretchCosts(40_000, [
      { duration: 3, unitPrice: eur('0.35') },
      { duration: 1, unitPrice: eur('0.2') },
    ]),
  ).toEqual([
    { energyWh: 30_000, amountMinor: 1050 },
    { energyWh: 10_000, amountMinor: 200 },
  ]);
});

it('counts tenths of a cent, and in the minor unit of the currency', () => {
  expect(stretchCosts(10_000, [{ duration: 1, unitPrice: eur('0.2874') }])).toEqual([
    { energyWh: 10_000, amountMinor: 287 },
  ]);
  expect(stretchCosts(10_000, [{ duration: 1, unitPrice: { amount: '31', currency: 'JPY' } }])).toEqual([
    { energyWh: 10_000, amountMinor: 310 },
  ]);
});

it('adds up to the whole, however it is cut', () => {
  const stretch = fc.record({
    duration: fc.integer({ min: 1, max: 900_000 }),
    unitPrice: fc.integer({ min: 0, max: 99_999 }).map((price) => eur((price / 100_000).toFixed(5))),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.array(stretch, { minLength: 1, maxLength: 20 }),
      (energyWh, stretches) => {
        const costs = stretchCosts(energyWh, stretches);
        expect(costs.reduce((sum, cost) => sum + cost.energyWh, 0)).toBe(energyWh);
        expect(costs.every((cost) => cost.amountMinor >= 0 && cost.energyWh >= 0)).toBe(true);
        const flat = stretches.map((each) => ({ ...each, unitPrice: eur('0.31234') }));
        const sum = stretchCosts(energyWh, flat).reduce((total, { amountMinor }) => total + amountMinor, 0);
        expect(sum).toBe(
          stretchCosts(energyWh, [{ duration: 1, unitPrice: eur('0.31234') }])[0]?.amountMinor,
        );
      },
    ),
  );
});
