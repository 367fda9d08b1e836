import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountAgrees, amountOf } from './amount.js';

const litres = (value: number) => ({ value, unit: 'L' }) as const;
const eur = (amount: string) => ({ amount, currency: 'EUR' });

it('works out the total and rounds it to the minor unit', () => {
  expect(amountOf(litres(28.16), eur('1.509'))).toEqual(eur('42.49'));
  expect(amountOf(litres(40), { amount: '165', currency: 'JPY' })).toEqual({
    amount: '6600',
    currency: 'JPY',
  });
});

it('accepts what a pump prints', () => {
  expect(amountAgrees(litres(39.24), eur('1.789'), eur('70.20'))).toBe(true);
  expect(amountAgrees(litres(39.24), eur('1.789'), eur('70.21'))).toBe(true);
});

it('takes a price with two decimals as rounded from three', () => {
  expect(amountAgrees(litres(40), eur('1.80'), eur('71.96'))).toBe(true);
  expect(amountAgrees(litres(40), eur('1.799'), eur('71.90'))).toBe(false);
});

it('does not take a whole volume as rounded from half a litre', () => {
  expect(amountAgrees(litres(40), eur('1.799'), eur('71.60'))).toBe(false);
});

it('refuses swapped digits and a slipped point', () => {
  expect(amountAgrees(litres(39.24), eur('1.789'), eur('72.01'))).toBe(false);
  expect(amountAgrees(litres(39.24), eur('1.789'), eur('702.10'))).toBe(false);
});

it('accepts every total that it worked out itself, and none a minor unit beyond the tolerance', () => {
  const volume = fc.integer({ min: 1, max: 200_000 }).map((ml) => litres(ml / 1000));
  const price = fc.integer({ min: 1, max: 99_999 }).map((mills) => eur((mills / 1000).toFixed(3)));
  fc.assert(
    fc.property(volume, price, (bought, unitPrice) => {
      const total = amountOf(bought, unitPrice);
      expect(amountAgrees(bought, unitPrice, total)).toBe(true);
      const slack = 0.005 + Number(unitPrice.amount) * 0.005 + bought.value * 0.0005;
      const off = eur((Number(total.amount) + slack + 0.02).toFixed(2));
      expect(amountAgrees(bought, unitPrice, off)).toBe(false);
    }),
  );
});
