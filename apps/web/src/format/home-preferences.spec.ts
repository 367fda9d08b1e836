import { expect, it } from 'vitest';
import { homeLocale, homePreferences } from './home-preferences';

it.each([
  ['en-US', 'America/Chicago', 'USD', 'mi', 'gal-us'],
  ['en-GB', 'Europe/London', 'GBP', 'mi', 'L'],
  ['en-US', 'Europe/Berlin', 'EUR', 'km', 'L'],
  ['de-CH', 'Europe/Zurich', 'CHF', 'km', 'L'],
])('gives %s in %s %s, %s and %s', (locale, zone, currency, distanceUnit, volumeUnit) => {
  expect(homePreferences(locale, zone)).toMatchObject({ locale, currency, distanceUnit, volumeUnit });
});

it.each([
  [undefined, ['de-AT', 'en'], 'de-AT'],
  [undefined, ['ja-JP', 'en-US'], 'ja-JP'],
  ['de', ['en-US', 'de-CH'], 'de-CH'],
  ['de', ['en-US'], 'de'],
  [undefined, [], 'en'],
])('with %s chosen and a browser of %s begins with %s', (chosen, accepted, locale) => {
  expect(homeLocale(chosen, accepted)).toBe(locale);
});
