import { expect, it } from 'vitest';
import { formatFor } from './format.js';

it('shows a measure as it was typed when the viewer has no unit of their own', () => {
  const format = formatFor({ locale: 'en' });
  expect(format.distance({ value: 84_210.5, unit: 'mi' })).toBe('84,210.5 mi');
  expect(format.volume({ value: 28.1, unit: 'L' })).toBe('28.10 L');
  expect(format.volume({ value: 9.756, unit: 'gal-us' })).toBe('9.756 gal');
  expect(format.energy({ value: 51.4, unit: 'kWh' })).toBe('51.4 kWh');
});

it('prints every decimal that was typed', () => {
  const format = formatFor({ locale: 'en', distanceUnit: 'km', volumeUnit: 'L' });
  expect(format.volume({ value: 9999.9999, unit: 'L' })).toBe('9,999.9999 L');
  expect(format.distance({ value: 1000.12345, unit: 'km' })).toBe('1,000.12345 km');
  expect(format.energy({ value: 38.20125, unit: 'kWh' })).toBe('38.20125 kWh');
  expect(format.hours(1204.0625)).toBe('1,204.0625 h');
});

it('converts into the viewer’s units', () => {
  const format = formatFor({ locale: 'en', distanceUnit: 'mi', volumeUnit: 'gal-uk' });
  expect(format.distance({ value: 100, unit: 'km' })).toBe('62 mi');
  expect(format.volume({ value: 45.4609, unit: 'L' })).toBe('10.00 gal');
  expect(format.unitPrice({ amount: '1.379', currency: 'GBP' }, 'L')).toBe('£6.269/gal');
  expect(format.unitPrice({ amount: '6.199', currency: 'GBP' }, 'gal-uk')).toBe('£6.199/gal');
});

it('writes numbers, money and dates the way of the locale', () => {
  const format = formatFor({ locale: 'de-DE' });
  expect(format.distance({ value: 84_210, unit: 'km' })).toBe('84.210 km');
  expect(format.money({ amount: '1070.2', currency: 'EUR' })).toBe('1.070,20\u00a0€');
  expect(format.date('2026-11-21')).toBe('21. Nov. 2026');
});

it('prints every decimal of a unit price, and the minor units of ISO 4217 of an amount', () => {
  const format = formatFor({ locale: 'en' });
  expect(format.unitPrice({ amount: '1.789', currency: 'EUR' }, 'L')).toBe('€1.789/L');
  expect(format.money({ amount: '9800', currency: 'JPY' })).toBe('¥9,800');
});

it('prints an amount that is finer than its currency as it was typed', () => {
  const format = formatFor({ locale: 'en' });
  expect(format.money({ amount: '60.005', currency: 'EUR' })).toBe('€60.005');
  expect(format.money({ amount: '5000.50', currency: 'JPY' })).toBe('¥5,000.50');
});
