import { expect, it } from 'vitest';
import { homePreferences } from './home-preferences';

it.each([
  ['en-US', 'America/Chicago', 'USD', 'mi', 'gal-us'],
  ['en-GB', 'Europe/London', 'GBP', 'mi', 'L'],
  ['en-US', 'Europe/Berlin', 'EUR', 'km', 'L'],
  ['de-CH', 'Europe/Zurich', 'CHF', 'km', 'L'],
])('gives %s in %s %s, %s and %s', (locale, zone, currency, distanceUnit, volumeUnit) => {
  expect(homePreferences(locale, zone)).toMatchObject({ locale, currency, distanceUnit, volumeUnit });
});
