import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCurrency } from './currency.js';
import { isFinerThanCurrency, minorUnits, moneyFromMinor } from './money.js';

it('counts minor units by ISO 4217', () => {
  expect(minorUnits({ amount: '70.21', currency: 'EUR' })).toBe(7021);
  expect(minorUnits({ amount: '70', currency: 'EUR' })).toBe(7000);
  expect(minorUnits({ amount: '9800', currency: 'JPY' })).toBe(9800);
  expect(minorUnits({ amount: '12.345', currency: 'KWD' })).toBe(12_345);
});

it('rounds halves away from zero, so that a refund mirrors its cost', () => {
  expect(minorUnits({ amount: '1.005', currency: 'EUR' })).toBe(101);
  expect(minorUnits({ amount: '-1.005', currency: 'EUR' })).toBe(-101);
});

it.each([
  ['5000.50', 'JPY', true],
  ['60.005', 'EUR', true],
  ['-60.005', 'EUR', true],
  ['5000.00', 'JPY', false],
  ['60.0100', 'EUR', false],
  ['60.005', 'KWD', false],
])('%s %s is finer than its currency: %s', (amount, currency, finer) => {
  expect(isFinerThanCurrency({ amount, currency })).toBe(finer);
});

it('prints minor units with the decimals of the currency', () => {
  expect(moneyFromMinor(5, 'EUR')).toEqual({ amount: '0.05', currency: 'EUR' });
  expect(moneyFromMinor(-7021, 'EUR')).toEqual({ amount: '-70.21', currency: 'EUR' });
  expect(moneyFromMinor(9800, 'JPY')).toEqual({ amount: '9800', currency: 'JPY' });
});

it('prints a part of a minor unit with up to four decimals more', () => {
  expect(moneyFromMinor(28.5, 'EUR')).toEqual({ amount: '0.285', currency: 'EUR' });
  expect(moneyFromMinor(-64 / 3, 'EUR')).toEqual({ amount: '-0.213333', currency: 'EUR' });
  expect(moneyFromMinor(1234.00005, 'JPY')).toEqual({ amount: '1234.0001', currency: 'JPY' });
});

it('comes back from minor units to the same minor units', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
      expect(minorUnits(moneyFromMinor(minor, currency))).toBe(minor);
    }),
  );
});

it('knows currencies by their code in capitals, the replaced ones too', () => {
  expect(['EUR', 'USD', 'DEM', 'eur', 'EURO', 'XYZ'].map(isCurrency)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
