import { expect, it } from 'vitest';
import { viewerFormat } from './viewer-format';

const viewing = { locale: 'en-GB', distanceUnit: 'km', volumeUnit: 'L' } as const;
const { dayMonth } = viewerFormat(viewing, '2026-11-22');

it('leaves the year out where nobody takes the day for that of another one', () => {
  expect(['2026-11-21', '2026-01-02', '2027-01-01'].map(dayMonth)).toEqual(['21 Nov', '2 Jan', '1 Jan']);
});

it('says the year of a day long ago, or far ahead', () => {
  expect(['2021-01-02', '2025-12-31', '2028-02-29'].map(dayMonth)).toEqual([
    '2 Jan 2021',
    '31 Dec 2025',
    '29 Feb 2028',
  ]);
});

it('says days as on the day that it is told, whatever the clock here shows', () => {
  const said = (today: string) => viewerFormat(viewing, today).dayMonth('2019-03-01');
  expect([said('2019-12-31'), said('2020-01-01')]).toEqual(['1 Mar', '1 Mar 2019']);
});

it('prints every decimal of a measure that was typed in the viewer’s own unit', () => {
  const { volume, distance, energy } = viewerFormat(viewing);
  expect(volume({ value: 9999.9999, unit: 'L' }).value).toBe('9,999.9999');
  expect(distance({ value: 1000.12345, unit: 'km' }).value).toBe('1,000.12345');
  expect(energy({ value: 38.20125, unit: 'kWh' }).value).toBe('38.20125');
});

it('prints amounts with the decimals that are counted, and a price with all of its own', () => {
  const { money, moneyMinor, unitPrice } = viewerFormat(viewing);
  expect(money({ amount: '1.500', currency: 'IQD' })).toBe('IQD\u00a01.500');
  expect(moneyMinor(-1_250_050, 'HUF')).toBe('−HUF\u00a012,500.50');
  expect(money({ amount: '9800', currency: 'JPY' })).toBe('JP¥9,800');
  expect(unitPrice({ amount: '1.123456', currency: 'EUR' })).toBe('€1.123456');
});
