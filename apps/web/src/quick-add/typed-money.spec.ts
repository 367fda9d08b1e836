import { expect, test } from 'vitest';
import { viewerFormat } from '@/format/viewer-format';
import { typedMoney } from './typed-money';

const reading = (locale: string) => viewerFormat({ locale, distanceUnit: 'km', volumeUnit: 'L' });

test.each([
  ['en-IE', '8900', '€8,900.00'],
  ['de-DE', '8900', '8.900,00\u00a0€'],
  ['de-DE', '1.299,5', '1.299,50\u00a0€'],
  ['en-IE', '', null],
  ['en-IE', '12,3,4', null],
])('in %s, %s reads %s', (locale, amount, words) => {
  expect(typedMoney(reading(locale), { amount, currency: 'EUR' })).toBe(words);
});
