import { expect, it } from 'vitest';
import { plainDecimal, typedNumber } from './typed-number';

it.each([
  ['61,847', 'en-IE', '61847'],
  ['61.847', 'de-DE', '61847'],
  ['1,299.50', 'en-US', '1299.50'],
  ['1.299,50', 'de-DE', '1299.50'],
  ['14,21', 'en-IE', '14.21'],
  ['14.21', 'de-DE', '14.21'],
  ['1 234,5', 'fr-FR', '1234.5'],
  ['.5', 'en-IE', '0.5'],
  ['007', 'en-IE', '7'],
  ['-62.40', 'en-IE', '-62.40'],
])('reads %s in %s as %s', (typed, locale, plain) => {
  expect(plainDecimal(typed, locale)).toBe(plain);
});

it.each(['', '12km', '1.2.3', '--4'])('does not take "%s" for a number', (typed) => {
  expect(plainDecimal(typed, 'en-IE')).toBeNull();
});

it('writes a number the way it is typed in a locale', () => {
  expect(typedNumber(14.21, 'de-DE')).toBe('14,21');
  expect(typedNumber('1.789', 'en-IE')).toBe('1.789');
});
