import { expect, it } from 'vitest';
import { amountIn } from './amount-in.js';

it.each([
  ['$1,234.50', 'USD', '1234.50'],
  ['1.234,50 €', 'EUR', '1234.50'],
  ['1\u202f234,50 €', 'EUR', '1234.50'],
  ['CHF 1’234.50', 'CHF', '1234.50'],
  ['kr. 1.234,50', 'DKK', '1234.50'],
  ['₹1,23,456.00', 'INR', '123456.00'],
  ['-$5.00', 'USD', '-5.00'],
  ['($5.00)', 'USD', '-5.00'],
  ['−5,00 kr', 'SEK', '-5.00'],
  ['5,00-€', 'EUR', '-5.00'],
  ['45,- €', 'EUR', '45'],
  ['¥1,234', 'JPY', '1234'],
  ['¥500', 'JPY', '500'],
  ['$1,234,567', 'USD', '1234567'],
  ['1.250 KWD', 'KWD', '1.250'],
  ['1,234.250 KWD', 'KWD', '1234.250'],
  ['0', 'EUR', '0'],
  ['free', 'EUR', 'free'],
])('%s in %s is %s', (written, currency, amount) => {
  expect(amountIn(written, currency)).toBe(amount);
});
